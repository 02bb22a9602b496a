package org.rulebatch.report.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Requirement;
import org.rulebatch.ruleyaml.RequirementPlan;

/**
 * What is read, and what a compliant resource shows.
 *
 * @param conditionLogic {@code single}, {@code all} or {@code any}
 */
public record RequirementEntry(List<FieldEntry> fields, String conditionLogic) {

    static final RequirementEntry NONE = new RequirementEntry(List.of(), "single");

    public RequirementEntry {
        fields = fields == null ? List.of() : List.copyOf(fields);
        conditionLogic = Objects.requireNonNullElse(conditionLogic, "single");
    }

    /** A condition that needs another read than the main one says which. */
    static RequirementEntry of(Requirement requirement, RequirementPlan plan) {
        List<FieldEntry> fields = new ArrayList<>();
        for (int i = 0; i < requirement.conditions().size(); i++) {
            Condition condition = requirement.conditions().get(i);
            boolean isMain = condition.call().equals(requirement.main().call());
            fields.add(FieldEntry.of(
                    condition, isMain ? null : FunctionEntry.of(plan.calls().get(i))));
        }
        return new RequirementEntry(fields, requirement.logic().name().toLowerCase(Locale.ROOT));
    }
}
