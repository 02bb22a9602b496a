package org.rulebatch.prove;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.engine.Verdict.Status;
import org.rulebatch.language.Clue;
import org.rulebatch.language.Expression;
import org.rulebatch.language.Language;
import org.rulebatch.language.Scope;
import org.rulebatch.lint.CheckCompiler;
import org.rulebatch.lint.CheckCompiler.Compiled;
import org.rulebatch.lint.Fault;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.prove.Search.Goal;
import org.rulebatch.ruleyaml.Check;
import org.rulebatch.ruleyaml.CheckPlan;
import org.rulebatch.ruleyaml.Demand;
import org.rulebatch.ruleyaml.Planner;
import org.rulebatch.ruleyaml.RuleDocument;

/**
 * Proves checks by example: searches small answers of AWS that comply with a check, violate it and lie outside of its population,
 * and keeps those that the engine judges so. The same check gives the same examples each time. Thread-safe.
 */
public final class Prover {

    /** Examples of one verdict: enough that each part of a check has one that depends on it. */
    private static final int MOST = 8;

    private static final Map<Goal, Status> VERDICTS = Map.of(
            Goal.COMPLIES, Status.PASS, Goal.VIOLATES, Status.FAIL, Goal.OUTSIDE, Status.NOT_APPLICABLE);

    private final Catalog catalog;
    private final Supplier<Language> language;

    /** @param language gives the same one each time */
    public Prover(Catalog catalog, Supplier<Language> language) {
        this.catalog = catalog;
        this.language = language;
    }

    /** Proves the check that a rule gets by a plan. */
    public Proof prove(RuleMetadata rule, CheckPlan plan) {
        Planner planner = new Planner(plan.calls().isEmpty() ? rule.service() : service(plan));
        planner.add(rule, plan);
        return prove(planner.document());
    }

    private static String service(CheckPlan plan) {
        return plan.calls().get(0).operation().client();
    }

    /** Proves the first check of a rule file. */
    public Proof prove(RuleDocument document) {
        Check check = document.checks().get(0);
        CheckCompiler compiler = new CheckCompiler(document, language);
        Compiled compiled = compiler.compile(check);
        Optional<Expression> complies = compiled.complies();
        if (complies.isEmpty()) {
            String reason = compiled.faults().stream()
                    .map(Fault::message)
                    .findFirst()
                    .orElse("the check asks nothing");
            return new Proof.CannotProve("the check cannot be evaluated: " + reason);
        }
        return new One(document, check, compiled.where(), complies.get(), new Stage(document, catalog, compiler))
                .proof();
    }

    /** The proof of one check. */
    private static final class One {

        private final Check check;
        private final boolean population;
        private final Space space;
        private final Search search;
        private final Stage stage;
        private final Shapes shapes;
        private final Realistic realistic;
        private final Map<Goal, Map<Example, Boolean>> found = new LinkedHashMap<>();

        One(RuleDocument document, Check check, Optional<Expression> where, Expression complies, Stage stage) {
            this.check = check;
            this.population = where.isPresent();
            this.stage = stage;
            List<Expression> expressions =
                    Stream.concat(where.stream(), Stream.of(complies)).toList();
            List<Clue> clues =
                    expressions.stream().flatMap(each -> each.clues().stream()).toList();
            Demand.Expressions asked = check.demand() instanceof Demand.Expressions each ? each : null;
            Map<String, Object> parameters = asked == null ? Map.of() : asked.parameters();
            Set<String> lists = asked == null ? Set.of() : asked.with().keySet();
            Map<String, Object> around = new HashMap<>(Map.of(
                    Scope.PARAMS,
                    parameters,
                    Scope.ACCOUNT,
                    Moment.ACCOUNT,
                    Scope.REGION,
                    Moment.REGION,
                    Scope.NOW,
                    Moment.NOW));
            lists.forEach(list -> around.put(list, List.of()));
            Choices choices = new Choices(document.service(), parameters, new Joins(clues));
            this.space = new Space(Node.of(expressions), choices, clues, lists, around);
            this.shapes = new Shapes(document, space.keys());
            this.realistic = choices.realistic();
            this.search = new Search(space, where, complies);
        }

        Proof proof() {
            List<int[]> bases = new ArrayList<>();
            for (Goal goal : Goal.values()) {
                if (goal != Goal.OUTSIDE || population) {
                    Optional<int[]> base = search.find(goal, bases);
                    base.ifPresent(bases::add);
                    base.ifPresent(each -> keep(goal, each));
                }
            }
            for (int[] base : bases) {
                for (int[] near : search.neighbours(base)) {
                    search.says(near).ifPresent(goal -> keep(goal, near));
                }
            }
            if (of(Goal.COMPLIES).isEmpty() || of(Goal.VIOLATES).isEmpty()) {
                String missing = of(Goal.COMPLIES).isEmpty() ? "complies with" : "violates";
                return new Proof.CannotProve("no answer of AWS was found that " + missing + " the check");
            }
            List<Example> examples = new ArrayList<>();
            Arrays.stream(Goal.values()).forEach(goal -> examples.addAll(of(goal)));
            Example nothing = new Example(Status.NOT_APPLICABLE, Map.of());
            Status verdict = stage.verdict(check.ruleId(), nothing, Moment.NOW).status();
            if (verdict != Status.UNKNOWN) {
                examples.add(new Example(verdict, Map.of()));
            }
            return new Proof.Proven(examples);
        }

        private List<Example> of(Goal goal) {
            return found.getOrDefault(goal, Map.of()).entrySet().stream()
                    .filter(Map.Entry::getValue)
                    .map(Map.Entry::getKey)
                    .toList();
        }

        /** Keeps what the engine judges as the expressions say. */
        private void keep(Goal goal, int[] chosen) {
            Map<Example, Boolean> known = found.computeIfAbsent(goal, each -> new LinkedHashMap<>());
            if (known.values().stream().filter(held -> held).count() >= MOST) {
                return;
            }
            Map<String, List<Reply>> answers =
                    new Answers(shapes, realistic).of(check, space.values(chosen));
            Example example = new Example(VERDICTS.get(goal), answers);
            known.computeIfAbsent(
                    example,
                    each -> stage.verdict(check.ruleId(), each, Moment.NOW).status() == each.verdict());
        }
    }
}
