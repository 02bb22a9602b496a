package org.rulebatch.pipeline;

import java.util.List;
import java.util.Optional;

/**
 * The rules of one service and how they ended.
 *
 * @param rules in the order of their ids
 * @param yaml the rule file's text, validated against its schema; empty where no rule is automated
 * @param proposed the same for the checks that a person has to confirm; empty where there is none
 * @param examples the file of examples on which the checks were tried; empty where there is none
 */
public record ServiceResult(
        String service,
        List<RuleResult> rules,
        Optional<String> yaml,
        Optional<String> proposed,
        Optional<String> examples) {

    public ServiceResult {
        rules = List.copyOf(rules);
    }

    /** A service without a proposed check, and without examples. */
    public ServiceResult(String service, List<RuleResult> rules, Optional<String> yaml) {
        this(service, rules, yaml, Optional.empty(), Optional.empty());
    }
}
