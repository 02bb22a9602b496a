package org.rulebatch.validate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Finding;
import org.rulebatch.ruleyaml.Chains;
import org.rulebatch.ruleyaml.CheckPlan;
import org.rulebatch.ruleyaml.ConditionsPlan;

/** Plans the reads of conditions: ensures that every required parameter of every read can be bound, and that the reads are about one resource. */
final class BindingCheck {

    private final Chains chains;

    BindingCheck(Chains chains) {
        this.chains = chains;
    }

    @Nullable
    CheckPlan plan(Conditions requirement, List<Finding> findings) {
        for (Condition condition : requirement.conditions()) {
            if (chains.plan(condition.call()).isEmpty()) {
                String message = "nothing supplies the required parameters of " + condition.call();
                findings.add(Finding.error(
                        "parameter.unbound", condition.call().toString(), message, "choose a read that lists"));
                return null;
            }
        }
        Optional<ConditionsPlan> plan = ConditionsPlan.of(chains, requirement);
        if (plan.isEmpty()) {
            String calls = requirement.conditions().stream()
                    .map(condition -> condition.call().toString())
                    .distinct()
                    .collect(Collectors.joining(", "));
            findings.add(Finding.error(
                    "requirement.unrelated", calls, "these reads are about unrelated resources", "use one resource"));
        }
        return plan.orElse(null);
    }
}
