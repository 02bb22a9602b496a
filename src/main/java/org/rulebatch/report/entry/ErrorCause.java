package org.rulebatch.report.entry;

import java.util.List;

/**
 * Errors that have one cause.
 *
 * @param type as in {@code engine_test_results.json}
 * @param operation {@code s3.get_bucket_versioning}; empty where no call is to blame
 * @param pattern what the messages have in common, with * for what differs
 * @param count of errors
 * @param example one of the messages
 * @param proposedFix what to do, for a person
 */
public record ErrorCause(
        String type,
        String operation,
        String pattern,
        int count,
        List<String> services,
        List<String> rules,
        String example,
        String proposedFix) {

    public ErrorCause {
        services = List.copyOf(services);
        rules = List.copyOf(rules);
    }
}
