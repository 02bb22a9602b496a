package org.rulebatch.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.rulebatch.catalog.Field;
import org.rulebatch.language.Scope;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Subject;
import org.rulebatch.ruleyaml.Chains;
import org.rulebatch.ruleyaml.ItemPlan;

/** What the expressions of a check can read: the members of its item and of its lists. */
final class Members {

    /** A variable, {@code item} or a list of {@code with}, and what is below it. */
    record Variable(String name, boolean list, List<Member> members) {}

    /**
     * A member, or what is below one.
     *
     * @param path below the item, {@code IpPermissions[].FromPort}
     * @param values of its enum; empty where there is none
     */
    record Member(String path, String type, List<String> values) {}

    private final Chains chains;

    Members(Chains chains) {
        this.chains = chains;
    }

    /** What can be read; a variable whose reads have no plan is left out. */
    List<Variable> of(Expressions asked) {
        List<Variable> variables = new ArrayList<>();
        if (asked.subject() instanceof Subject.Items items) {
            add(variables, Scope.ITEM, items);
        }
        asked.with().forEach((name, items) -> add(variables, name, items));
        return variables;
    }

    private void add(List<Variable> variables, String name, Subject.Items items) {
        ItemPlan.of(chains, items.reads())
                .map(plan -> plan.members().entrySet().stream()
                        .flatMap(each -> below(each.getKey(), each.getValue()))
                        .toList())
                .ifPresent(members -> variables.add(new Variable(name, !name.equals(Scope.ITEM), members)));
    }

    private static Stream<Member> below(String key, ItemPlan.Member member) {
        String path = member.path();
        return member.from().operation().fields().stream()
                .filter(field -> isAtOrBelow(field.path(), path))
                .map(field -> member(key + field.path().substring(path.length()), field));
    }

    private static boolean isAtOrBelow(String field, String path) {
        return field.startsWith(path)
                && (field.length() == path.length() || ".[{".indexOf(field.charAt(path.length())) >= 0);
    }

    private static Member member(String path, Field field) {
        return new Member(path, field.type().name().toLowerCase(Locale.ROOT), field.enumValues());
    }
}
