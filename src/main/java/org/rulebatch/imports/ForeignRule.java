package org.rulebatch.imports;

import java.util.List;
import java.util.stream.Stream;

/**
 * A check as another tool describes it. Texts that it does not have are empty.
 *
 * @param place its file, for messages
 * @param id what the other tool calls it
 * @param service the other tool's word for the service, {@code awslambda}
 * @param type the other tool's word for what is judged, {@code AwsS3Bucket}
 * @param origin how a rule refers to it, {@code aws_securityhub_S3.14}
 * @param requirements what of other standards it answers, in the other tool's words
 */
record ForeignRule(
        String place,
        String id,
        String service,
        String type,
        String title,
        String description,
        String rationale,
        String remediation,
        String severity,
        List<String> references,
        String origin,
        List<String> requirements) {

    ForeignRule {
        references = List.copyOf(references);
        requirements = List.copyOf(requirements);
    }

    boolean saysTheSameAs(ForeignRule other) {
        return title.equals(other.title) && description.equals(other.description) && severity.equals(other.severity);
    }

    /** The same, answering more. */
    ForeignRule with(List<String> more) {
        List<String> all =
                Stream.concat(requirements.stream(), more.stream()).distinct().toList();
        return new ForeignRule(
                place,
                id,
                service,
                type,
                title,
                description,
                rationale,
                remediation,
                severity,
                references,
                origin,
                all);
    }
}
