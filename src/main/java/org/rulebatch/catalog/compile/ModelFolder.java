package org.rulebatch.catalog.compile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.rulebatch.catalog.Facts;
import org.rulebatch.catalog.JsonFacts;

/**
 * The model files of one client and API version, plain or gzipped, with botocore's own additions to them
 * ({@code *.sdk-extras.json}) merged in.
 *
 * @param client the boto3 client, the name of the folder above
 * @param path {@code <data>/<client>/<api version>}
 */
record ModelFolder(String client, Path path) {

    Facts service() throws IOException {
        return merged("service-2");
    }

    Facts pagination() throws IOException {
        return new Facts(merged("paginators-1").at("pagination").values());
    }

    Map<String, Object> endpointRules() throws IOException {
        return Traits.withoutDocumentation(read("endpoint-rule-set-1").values());
    }

    boolean isModel() {
        return Files.exists(path.resolve("service-2.json")) || Files.exists(path.resolve("service-2.json.gz"));
    }

    private Facts merged(String name) throws IOException {
        Map<String, Object> additions = read(name + ".sdk-extras").at("merge").values();
        return new Facts(Traits.merge(read(name).values(), additions));
    }

    private Facts read(String name) throws IOException {
        Path plain = path.resolve(name + ".json");
        if (Files.exists(plain)) {
            try (InputStream in = Files.newInputStream(plain)) {
                return JsonFacts.read(in);
            }
        }
        Path zipped = path.resolve(name + ".json.gz");
        if (Files.exists(zipped)) {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(zipped))) {
                return JsonFacts.read(in);
            }
        }
        return new Facts(Map.of());
    }
}
