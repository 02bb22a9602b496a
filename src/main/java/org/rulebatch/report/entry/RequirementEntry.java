package org.rulebatch.report.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.rulebatch.requirement.Condition;
import org.rulebatch.ruleyaml.CheckPlan;
import org.rulebatch.ruleyaml.ConditionsPlan;
import org.rulebatch.ruleyaml.ExpressionsPlan;
import org.rulebatch.ruleyaml.ItemPlan;
import org.rulebatch.ruleyaml.PlannedCall;

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

    static RequirementEntry of(CheckPlan plan) {
        return plan instanceof ConditionsPlan conditions ? of(conditions) : of((ExpressionsPlan) plan);
    }

    /** A condition that needs another read than the main one says which. */
    private static RequirementEntry of(ConditionsPlan plan) {
        List<FieldEntry> fields = new ArrayList<>();
        for (int i = 0; i < plan.calls().size(); i++) {
            Condition condition = plan.conditions().conditions().get(i);
            boolean isMain = condition.call().equals(plan.conditions().main().call());
            fields.add(FieldEntry.of(
                    condition, isMain ? null : FunctionEntry.of(plan.calls().get(i))));
        }
        return new RequirementEntry(fields, plan.conditions().logic().name().toLowerCase(Locale.ROOT));
    }

    /** Every field that the expressions read; none of them decides alone. */
    private static RequirementEntry of(ExpressionsPlan plan) {
        PlannedCall main = plan.calls().get(0);
        List<FieldEntry> fields = plan.items()
                .flatMap(items -> items.members().values().stream())
                .map(member -> field(plan, main, member))
                .toList();
        return new RequirementEntry(fields, fields.size() == 1 ? "single" : "all");
    }

    private static FieldEntry field(ExpressionsPlan plan, PlannedCall main, ItemPlan.Member member) {
        boolean isMain = member.from().operation().equals(main.operation());
        return FieldEntry.ofExpression(
                member.path(), plan.expressions().complies(), isMain ? null : FunctionEntry.of(member.from()));
    }
}
