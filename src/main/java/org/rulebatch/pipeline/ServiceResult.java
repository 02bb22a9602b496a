package org.rulebatch.pipeline;

import java.util.List;
import java.util.Optional;

/**
 * The rules of one service and how they ended.
 *
 * @param rules in the order of their ids
 * @param yaml the rule file's text, validated against its schema; empty where no rule is automated
 */
public record ServiceResult(String service, List<RuleResult> rules, Optional<String> yaml) {

    public ServiceResult {
        rules = List.copyOf(rules);
    }
}
