package org.rulebatch.metadata;

import java.util.List;

/**
 * The rules of one service.
 *
 * @param rules usable ones, in the order of their ids
 * @param invalid files that cannot be used, in the order of their names
 */
public record ServiceRules(String service, List<RuleMetadata> rules, List<InvalidRule> invalid) {

    public ServiceRules {
        rules = List.copyOf(rules);
        invalid = List.copyOf(invalid);
    }

    /** Rules in all, usable or not. */
    public int total() {
        return rules.size() + invalid.size();
    }
}
