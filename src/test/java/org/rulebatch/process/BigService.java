package org.rulebatch.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A rules folder with one service that is not done within any test: many rules with much to read. */
final class BigService {

    private static final int RULES = 8_000;
    private static final String PROSE =
            "bucket encryption versioning policy access public logging replication lifecycle object lock key rotation "
                    .repeat(60);

    private BigService() {}

    static Path in(Path rules) throws IOException {
        Path metadata = Files.createDirectories(rules.resolve("s3/metadata"));
        for (int n = 0; n < RULES; n++) {
            String id = "aws.s3.bucket.versioning_enabled_" + n;
            Files.writeString(
                    metadata.resolve(id + ".yaml"),
                    "rule_id: " + id + "\ntitle: Old versions\ndescription: " + PROSE + "\n");
        }
        return rules;
    }
}
