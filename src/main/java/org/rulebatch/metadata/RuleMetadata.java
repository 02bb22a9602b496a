package org.rulebatch.metadata;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A compliance rule as people wrote it. Texts that a file does not have are empty.
 *
 * @param ruleId {@code aws.s3.bucket.versioning_enabled}; unique in a run, and safe as a file name
 * @param service everyday name of the service, {@code vpc}; the name of the rule's folder
 * @param resource everyday name of the resource, {@code bucket}
 * @param severity {@code low}, {@code medium}, {@code high} or {@code critical}, as written
 */
@JsonPropertyOrder({
    "ruleId",
    "service",
    "resource",
    "requirement",
    "title",
    "description",
    "rationale",
    "remediation",
    "severity"
})
public record RuleMetadata(
        String ruleId,
        String service,
        String resource,
        String requirement,
        String title,
        String description,
        String rationale,
        String remediation,
        String severity) {}
