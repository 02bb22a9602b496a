package org.rulebatch.metadata;

import java.util.List;
import org.rulebatch.requirement.Finding;

/**
 * The rules of one service.
 *
 * @param rules usable ones, in the order of their ids
 * @param invalid files that cannot be used, in the order of their names
 * @param findings what is wrong with the files, warnings too; an invalid file has all its errors here
 */
public record ServiceRules(
        String service, List<RuleMetadata> rules, List<InvalidRule> invalid, List<Finding> findings) {

    public ServiceRules {
        rules = List.copyOf(rules);
        invalid = List.copyOf(invalid);
        findings = List.copyOf(findings);
    }

    /** Rules in all, usable or not. */
    public int total() {
        return rules.size() + invalid.size();
    }
}
