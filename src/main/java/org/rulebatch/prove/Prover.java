package org.rulebatch.prove;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    private static final int MOST = 10;

    /** The same where the check names many values, each of which is shown. */
    private static final int MOST_NAMED = 40;

    /** The same of those outside of the population. */
    private static final int MOST_OUTSIDE = 4;

    /** Choices beside one that has been found that are looked at. */
    private static final int NEAR = 80;

    /** Further choices that are looked at for parts of a check that have not both held and failed. */
    private static final int FURTHER = 240;

    /** The rule that a check is proven for: the same check is proven once for all its rules. */
    private static final String CHECK = "check";

    private final Catalog catalog;
    private final Supplier<Language> language;
    private final Map<RuleDocument, Proof> known = new ConcurrentHashMap<>();

    /** @param language gives the same one each time */
    public Prover(Catalog catalog, Supplier<Language> language) {
        this.catalog = catalog;
        this.language = language;
    }

    /** Proves the check that a plan gives; the same proof for the same check, whatever the rule. */
    public Proof prove(CheckPlan plan) {
        String client = plan.calls().get(0).operation().client();
        Planner planner = new Planner(client);
        planner.add(new RuleMetadata(CHECK, client, "", "", "", "", "", "", ""), plan);
        RuleDocument document = planner.document();
        Check check = document.checks().get(0);
        if (check.demand() instanceof Demand.Expressions asked) {
            Demand plain = new Demand.Expressions(
                    asked.where(), asked.with(), asked.parameters(), asked.complies(), List.of());
            check = new Check(CHECK, "", "", check.forEach(), plain);
        }
        return known.computeIfAbsent(new RuleDocument(client, document.discoveries(), List.of(check)), this::prove);
    }

    /** Proves the first check of a rule file. */
    public Proof prove(RuleDocument document) {
        Check check = document.checks().get(0);
        CheckCompiler compiler = new CheckCompiler(document, language);
        Compiled compiled = compiler.compile(check);
        Optional<Expression> complies = compiled.complies();
        if (complies.isEmpty()) {
            String reason =
                    compiled.faults().stream().map(Fault::message).findFirst().orElse("the check asks nothing");
            return new Proof.CannotProve("This check cannot be evaluated: " + reason);
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
        private final Map<Goal, Set<Example>> found = new EnumMap<>(Goal.class);
        private final Set<Search.Seen> seen = new HashSet<>();

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
            OwnLists own = OwnLists.of(check.forEach(), asked == null ? Map.of() : asked.with());
            this.space = new Space(Node.of(expressions), choices, clues, lists, own, around);
            this.shapes = new Shapes(document, space.keys());
            this.realistic = choices.realistic();
            this.search = new Search(space, where, complies);
        }

        Proof proof() {
            List<int[]> bases = new ArrayList<>();
            for (Goal goal : Goal.values()) {
                if (goal != Goal.OUTSIDE || population) {
                    search.find(goal, bases).ifPresent(bases::add);
                }
            }
            bases.forEach(base -> search.sees(base).ifPresent(each -> keep(each, base)));
            near(bases);
            bases.forEach(this::named);
            if (of(Goal.COMPLIES).isEmpty() || of(Goal.VIOLATES).isEmpty()) {
                return new Proof.CannotProve(
                        of(Goal.COMPLIES).isEmpty()
                                ? "No answer of AWS was found that complies with this check: it may fail whatever is"
                                        + " there."
                                : "No answer of AWS was found that violates this check: it may pass whatever is"
                                        + " there.");
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

        /** Looks beside what was found, and on from there while a part of the check has not both held and failed. */
        private void near(List<int[]> bases) {
            Deque<int[]> further = new ArrayDeque<>();
            for (int[] base : bases) {
                around(base, NEAR, further);
            }
            int left = FURTHER;
            while (left > 0 && !further.isEmpty() && !search.hasShownAll()) {
                left -= around(further.remove(), Math.min(left, NEAR), further);
            }
        }

        /** Keeps first what turns the verdict, then what holds or fails by other parts; returns how many were looked at. */
        private int around(int[] base, int most, Deque<int[]> further) {
            Optional<Goal> from = search.sees(base).map(Search.Seen::goal);
            List<Runnable> later = new ArrayList<>();
            List<int[]> around = search.neighbours(base).stream().limit(most).toList();
            for (int[] next : around) {
                Search.Seen sight = search.sees(next).orElse(null);
                if (sight == null || seen.contains(sight)) {
                    continue;
                }
                if (from.filter(sight.goal()::equals).isEmpty()) {
                    keep(sight, next);
                    further.add(next);
                } else {
                    later.add(() -> keep(sight, next));
                    further.add(next);
                }
            }
            later.forEach(Runnable::run);
            return around.size();
        }

        /** Shows each of the values that the check names, where it names several: one that is misspelt or left out is noticed. */
        private void named(int[] base) {
            for (int[] next : search.named(base)) {
                search.sees(next).ifPresent(each -> keep(each, next, MOST_NAMED));
            }
        }

        private Set<Example> of(Goal goal) {
            return found.computeIfAbsent(goal, each -> new LinkedHashSet<>());
        }

        /** Keeps what the engine judges as the expressions say, if it shows something that no other example does. */
        private void keep(Search.Seen sight, int[] chosen) {
            keep(sight, chosen, sight.goal() == Goal.OUTSIDE ? MOST_OUTSIDE : MOST);
        }

        private void keep(Search.Seen sight, int[] chosen, int most) {
            Set<Example> kept = of(sight.goal());
            if (kept.size() >= most || seen.contains(sight)) {
                return;
            }
            Map<String, List<Reply>> answers = new Answers(shapes, realistic).of(check, space.values(chosen));
            Example example = new Example(sight.goal().verdict(), answers);
            if (stage.verdict(check.ruleId(), example, Moment.NOW).status() == example.verdict()) {
                seen.add(sight);
                kept.add(example);
            }
        }
    }
}
