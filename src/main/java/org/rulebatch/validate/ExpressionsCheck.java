package org.rulebatch.validate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rulebatch.check.OperationCheck;
import org.rulebatch.language.Compilation;
import org.rulebatch.language.Expression;
import org.rulebatch.language.Language;
import org.rulebatch.language.Problem;
import org.rulebatch.language.Scope;
import org.rulebatch.language.value.Type;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Finding;
import org.rulebatch.requirement.Read;
import org.rulebatch.requirement.Subject;
import org.rulebatch.ruleyaml.Chains;
import org.rulebatch.ruleyaml.ExpressionsPlan;
import org.rulebatch.ruleyaml.ItemPlan;

/** Ensures that expressions read only, that their reads can be made, and that they compile against what is read. */
final class ExpressionsCheck {

    private final OperationCheck operations;
    private final Chains chains;
    private final Supplier<Language> language;

    ExpressionsCheck(OperationCheck operations, Chains chains, Supplier<Language> language) {
        this.operations = operations;
        this.chains = chains;
        this.language = language;
    }

    ValidatedRequirement check(Expressions asked) {
        List<Finding> findings = new ArrayList<>();
        Map<String, ItemPlan> plans = new LinkedHashMap<>();
        if (asked.subject() instanceof Subject.Items items) {
            plan(Scope.ITEM, items, plans, findings);
        }
        asked.with().forEach((name, items) -> plan(name, items, plans, findings));
        if (!findings.isEmpty()) {
            return new ValidatedRequirement(asked, List.of(), findings, null);
        }
        List<Expression> compiled = compile(asked, plans, findings);
        if (!findings.isEmpty()) {
            return new ValidatedRequirement(asked, List.of(), findings, null);
        }
        Map<String, ItemPlan> used = used(plans, compiled);
        ItemPlan item = used.remove(Scope.ITEM);
        ExpressionsPlan plan = new ExpressionsPlan(asked, item, used);
        return new ValidatedRequirement(asked, fields(plan), findings, plan);
    }

    private void plan(String name, Subject.Items items, Map<String, ItemPlan> plans, List<Finding> findings) {
        for (Read read : items.reads()) {
            if (operations.check(read.call(), findings).isEmpty()) {
                return;
            }
            if (chains.plan(read.call()).isEmpty()) {
                findings.add(Finding.error(
                        "parameter.unbound",
                        read.call().toString(),
                        "nothing supplies the required parameters of " + read.call(),
                        "choose a read that lists"));
                return;
            }
        }
        Optional<ItemPlan> plan = ItemPlan.of(chains, items.reads());
        plan.ifPresentOrElse(
                found -> plans.put(name, found),
                () -> findings.add(Finding.error(
                        "requirement.unrelated",
                        name,
                        "the reads of " + name + " are about unrelated resources",
                        "use one resource")));
    }

    private List<Expression> compile(Expressions asked, Map<String, ItemPlan> plans, List<Finding> findings) {
        List<Expression> compiled = new ArrayList<>();
        try {
            Scope scope = scope(asked, plans);
            compile(scope, "where", asked.where(), compiled, findings);
            compile(scope, "complies", asked.complies(), compiled, findings);
        } catch (IllegalArgumentException e) {
            findings.add(Finding.error("check.scope", "with", String.valueOf(e.getMessage()), ""));
        }
        return compiled;
    }

    private void compile(
            Scope scope, String key, @Nullable String source, List<Expression> compiled, List<Finding> findings) {
        if (source == null) {
            return;
        }
        Compilation compilation = language.get().compile(scope, source);
        for (Problem problem : compilation.problems()) {
            String hint = problem.hint().isEmpty() ? "see docs/check-language.md" : "";
            findings.add(Finding.error("check.expression", key, problem.toString(), hint));
        }
        compilation.expression().ifPresent(compiled::add);
    }

    private Scope scope(Expressions asked, Map<String, ItemPlan> plans) {
        Scope.Builder scope = language.get().scope();
        plans.forEach((name, plan) -> {
            if (name.equals(Scope.ITEM)) {
                scope.item(plan.origins());
            } else {
                scope.list(name, plan.origins());
            }
        });
        asked.parameters().forEach((name, value) -> scope.param(name, Type.of(value)));
        return scope.build();
    }

    /** The plans with the members that are read: {@code item.Name} and {@code trails[].Name} read {@code Name}. */
    private static Map<String, ItemPlan> used(Map<String, ItemPlan> plans, List<Expression> compiled) {
        Map<String, ItemPlan> used = new LinkedHashMap<>();
        plans.forEach((name, plan) -> {
            String prefix = name.equals(Scope.ITEM) ? "item." : name + "[].";
            Set<String> keys = new TreeSet<>();
            compiled.stream()
                    .flatMap(each -> each.reads().stream())
                    .filter(place -> place.startsWith(prefix))
                    .map(place -> place.substring(prefix.length()).split("[.\\[{]", 2)[0])
                    .forEach(keys::add);
            used.put(name, plan.only(keys));
        });
        return used;
    }

    private static List<FieldCheck> fields(ExpressionsPlan plan) {
        return plan.items()
                .flatMap(items -> items.members().values().stream())
                .map(member -> member.from().operation().field(member.path()).orElseThrow())
                .map(field -> FieldCheck.of(field, null, "exact_match"))
                .toList();
    }
}
