package org.rulebatch.engine.aws;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.rulebatch.catalog.Facts;
import org.rulebatch.engine.EngineFiles;

/** The root elements of rest-xml answers: the payload's shape, else the output's, but for {@code engine/s3-roots.yaml}. */
final class XmlRoots {

    private static final Map<String, String> S3 = s3();

    private XmlRoots() {}

    static Set<String> of(WireService service, WireOperation operation) {
        String stated = service.isS3() ? S3.get(operation.operation().name()) : null;
        if (stated != null) {
            return Set.of(stated);
        }
        String output = operation.outputShape();
        Facts shape = service.shape(output);
        if (!shape.has("payload")) {
            return Set.of(output);
        }
        Facts payload = shape.at("members").at(shape.text("payload"));
        return Set.of(payload.find("locationName").orElse(payload.text("shape")));
    }

    private static Map<String, String> s3() {
        Map<String, String> roots = new HashMap<>();
        EngineFiles.entries("s3-roots.yaml").forEach(entry -> EngineFiles.texts(entry, "operations")
                .forEach(operation -> roots.put(operation, entry.path("root").asString())));
        return Map.copyOf(roots);
    }
}
