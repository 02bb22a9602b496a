package org.rulebatch.pipeline;

import java.util.List;
import java.util.function.Function;
import org.rulebatch.metadata.RuleMetadata;

/** Works on the rules of a service, one after the other or several at once. */
@FunctionalInterface
interface RuleRunner {

    /** One after the other. */
    RuleRunner IN_ORDER = (rules, work) -> rules.stream().map(work).toList();

    /** The results, in the order of the rules. */
    List<RuleResult> run(List<RuleMetadata> rules, Function<RuleMetadata, RuleResult> work);
}
