package org.rulebatch.ruleyaml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulebatch.language.Language;
import org.rulebatch.language.Scope;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Conditions.Logic;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Read;
import org.rulebatch.requirement.Subject;

/** Writes conditions as the expression over an item's members that they mean. */
public final class ConditionsAsExpressions {

    private ConditionsAsExpressions() {}

    /** The same check in the check language; empty where its reads cannot be planned on one line. */
    public static Optional<Expressions> of(Conditions conditions, Chains chains, Language language) {
        return ConditionsPlan.of(chains, conditions).flatMap(plan -> of(plan, language));
    }

    private static Optional<Expressions> of(ConditionsPlan plan, Language language) {
        ItemPlan items = ItemPlan.of(plan.last());
        List<Clause> clauses = new ArrayList<>();
        Set<Read> reads = new LinkedHashSet<>();
        for (int i = 0; i < plan.calls().size(); i++) {
            PlannedCall call = plan.calls().get(i);
            Condition condition = plan.conditions().conditions().get(i);
            String key = condition.expectation().key();
            if (variable(items, call, condition.path(), key) == null) {
                return Optional.empty();
            }
            clauses.add(Clauses.of(condition, path -> String.valueOf(variable(items, call, path, key))));
            reads.add(new Read(condition.call(), call.items()));
        }
        Clause clause = plan.conditions().logic() == Logic.ANY ? Clause.any(clauses) : Clause.all(clauses);
        Scope scope = language.scope().item(items.origins()).build();
        return Optional.of(new Expressions(
                plan.conditions().place(),
                new Subject.Items(List.copyOf(reads)),
                null,
                Map.of(),
                Map.of(),
                ConditionsInCel.text(clause, scope),
                List.of()));
    }

    /** The variable of a path: the member of the item that leads furthest, and what is left below it. */
    private static @Nullable String variable(ItemPlan items, PlannedCall call, String path, @Nullable String key) {
        String entry = key == null ? path : path.replaceFirst("\\{}", "." + key);
        String best = null;
        int length = -1;
        for (Map.Entry<String, ItemPlan.Member> each : items.members().entrySet()) {
            String member = each.getValue().path();
            boolean leads = entry.equals(member)
                    || entry.startsWith(member) && ".[{".indexOf(entry.charAt(member.length())) >= 0;
            if (each.getValue().from().equals(call) && leads && member.length() > length) {
                best = "item." + each.getKey() + entry.substring(member.length());
                length = member.length();
            }
        }
        return best;
    }
}
