package org.rulebatch.metadata;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * A compliance rule as people wrote it. Texts that a file does not have are empty.
 *
 * @param ruleId {@code aws.s3.bucket.versioning_enabled}; unique in a run, and safe as a file name
 * @param service everyday name of the service, {@code vpc}; the name of the rule's folder
 * @param resource everyday name of the resource, {@code bucket}
 * @param severity {@code low}, {@code medium}, {@code high} or {@code critical}, as written
 * @param references where people can read more
 * @param compliance the controls of frameworks that the rule answers, {@code cis_aws_3.0.0_2.1.4}, as written
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
    "severity",
    "references",
    "compliance"
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
        String severity,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> references,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> compliance) {

    public RuleMetadata {
        references = references == null ? List.of() : List.copyOf(references);
        compliance = compliance == null ? List.of() : List.copyOf(compliance);
    }

    /** A rule that names no references and no controls. */
    public RuleMetadata(
            String ruleId,
            String service,
            String resource,
            String requirement,
            String title,
            String description,
            String rationale,
            String remediation,
            String severity) {
        this(
                ruleId,
                service,
                resource,
                requirement,
                title,
                description,
                rationale,
                remediation,
                severity,
                List.of(),
                List.of());
    }
}
