package org.rulebatch.prove;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulebatch.lint.CheckCompiler;
import org.rulebatch.ruleyaml.Check;
import org.rulebatch.ruleyaml.Demand;
import org.rulebatch.ruleyaml.RuleDocument;

/** Which mutants of checks their examples notice. */
final class Noticed {

    private final List<String> missed = new ArrayList<>();
    private int all;

    /** Judges the examples of the file's first check by each of its mutants that compiles. */
    void add(RuleDocument document, List<Example> examples) {
        Check check = document.checks().get(0);
        if (check.demand() instanceof Demand.Expressions asked) {
            Set<String> single = single(document, asked);
            Mutants.of(asked.complies(), single).forEach(each -> judge(document, check, asked.where(), each, examples));
            String where = asked.where();
            if (where != null) {
                Mutants.of(where, single).forEach(each -> judge(document, check, each, asked.complies(), examples));
            }
        }
    }

    /** The lists that hold one item each time: those of a read that answers no list and is made once. */
    private static Set<String> single(RuleDocument document, Demand.Expressions asked) {
        Set<String> single = new HashSet<>();
        asked.with().forEach((name, id) -> document.discoveries().stream()
                .filter(each -> each.id().equals(id) && each.itemsFor() == null && each.forEach() == null)
                .forEach(each -> single.add(name)));
        return single;
    }

    private void judge(
            RuleDocument document, Check check, @Nullable String where, String complies, List<Example> examples) {
        Demand.Expressions asked = (Demand.Expressions) check.demand();
        Demand other = new Demand.Expressions(where, asked.with(), asked.parameters(), complies, asked.covers());
        Check mutant = new Check(check.ruleId(), check.title(), check.severity(), check.forEach(), other);
        RuleDocument mutated = new RuleDocument(document.service(), document.discoveries(), List.of(mutant));
        CheckCompiler compiler = new CheckCompiler(mutated, ProofFixture.LANGUAGE);
        if (compiler.compile(mutant).complies().isEmpty()) {
            return;
        }
        all++;
        Stage stage = new Stage(mutated, ProofFixture.CATALOG, compiler);
        boolean noticed = examples.stream()
                .anyMatch(
                        each -> stage.verdict(check.ruleId(), each, Moment.NOW).status() != each.verdict());
        if (!noticed) {
            missed.add(check.ruleId() + ": " + (where == null ? "" : where + " => ") + complies);
        }
    }

    int all() {
        return all;
    }

    List<String> missed() {
        return missed;
    }

    double share() {
        return all == 0 ? 1 : 1 - (double) missed.size() / all;
    }
}
