package org.rulebatch.report.entry;

import org.rulebatch.metadata.InvalidRule;

/**
 * A rule file that cannot be used.
 *
 * @param line 1-based
 */
public record InvalidEntry(String ruleId, String service, String file, int line, String reason) {

    public static InvalidEntry of(InvalidRule rule) {
        return new InvalidEntry(rule.ruleId(), rule.service(), rule.file(), rule.line(), rule.reason());
    }
}
