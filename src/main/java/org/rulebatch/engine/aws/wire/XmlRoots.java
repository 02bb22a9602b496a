package org.rulebatch.engine.aws.wire;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.rulebatch.catalog.Facts;
import org.rulebatch.engine.EngineFiles;
import tools.jackson.databind.JsonNode;

/** The root elements of rest-xml answers: the payload's shape, else the output's, but for {@code engine/s3-roots.yaml}. */
final class XmlRoots {

    private static final Map<String, Set<String>> S3 = s3();

    private XmlRoots() {}

    static Set<String> of(WireService service, WireOperation operation) {
        Set<String> stated = service.isS3() ? S3.get(operation.operation().name()) : null;
        if (stated != null) {
            return stated;
        }
        String output = operation.outputShape();
        Facts shape = service.shape(output);
        if (!shape.has("payload")) {
            return Set.of(output);
        }
        Facts payload = shape.at("members").at(shape.text("payload"));
        return Set.of(payload.find("locationName").orElse(payload.text("shape")));
    }

    private static Map<String, Set<String>> s3() {
        Map<String, Set<String>> roots = new HashMap<>();
        EngineFiles.entries("s3-roots.yaml").forEach(entry -> EngineFiles.texts(entry, "operations")
                .forEach(operation -> roots.put(operation, roots(entry, operation))));
        return Map.copyOf(roots);
    }

    /** Emulators name the root after the operation where botocore, which reads any, names none. */
    private static Set<String> roots(JsonNode entry, String operation) {
        Set<String> roots = new HashSet<>(EngineFiles.texts(entry, "emulated"));
        roots.add(entry.path("root").asString());
        roots.add(operation + "Response");
        return Set.copyOf(roots);
    }
}
