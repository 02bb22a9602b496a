package org.rulebatch.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.store.OutputFolder;

/** A run of two rules, one of them left to a person, and the page over it. */
final class ReviewedSample implements AutoCloseable {

    static final String OPEN = "aws.s3.bucket.versioning_enabled";
    static final String DONE = "aws.s3.bucket.mfa_delete_enabled";

    private static final String REQUIREMENTS =
            """
            {"s3": [
              {"rule_id": "aws.s3.bucket.mfa_delete_enabled", "service": "s3", "title": "Deletes need MFA", "decision": "automated",
               "ai_generated_requirements": {"fields": [{"boto3_python_field": "MFADelete", "operator": "equals",
                 "boto3_python_field_expected_values": "Enabled"}], "condition_logic": "single"},
               "validated_function": {"client": "s3", "python_method": "get_bucket_versioning"}, "confidence": 0.9},
              {"rule_id": "aws.s3.bucket.versioning_enabled", "service": "s3", "title": "Buckets keep <b>old</b> versions",
               "description": "Versioning must be on.", "decision": "manual_review", "reason": "not sure enough",
               "ai_generated_requirements": {"fields": [], "condition_logic": "single"}, "validated_function": null,
               "confidence": 0.4, "candidates": [
                 {"client": "s3", "python_method": "get_bucket_versioning", "boto3_python_field": "Status", "operator": "equals",
                  "boto3_python_field_expected_values": "Enabled", "score": 0.41, "source": "knowledge"}]}
            ]}
            """;

    final Path overrides;
    final Path summary;
    final List<String> log = new CopyOnWriteArrayList<>();
    private final ReviewServer server;

    ReviewedSample(Path folder) throws IOException {
        OutputFolder output = new OutputFolder(folder.resolve("out"));
        Files.createDirectories(output.summary());
        summary = Files.writeString(output.summary().resolve("all_validated_requirements.json"), REQUIREMENTS);
        overrides = folder.resolve("jobs").resolve("overrides");
        server = new ReviewServer(output, overrides, 0, Catalog.bundled(), log::add);
    }

    String address() {
        return server.address();
    }

    Path override() {
        return overrides.resolve(OPEN + ".yaml");
    }

    @Override
    public void close() {
        server.close();
    }
}
