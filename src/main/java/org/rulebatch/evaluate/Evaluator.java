package org.rulebatch.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Operation;
import org.rulebatch.generate.CandidateSource;
import org.rulebatch.generate.Label;
import org.rulebatch.generate.Labels.LabelledRule;
import org.rulebatch.generate.RequirementGenerator;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.pipeline.Outcome;
import org.rulebatch.pipeline.RulePipeline;
import org.rulebatch.pipeline.RuleResult;
import org.rulebatch.requirement.Candidate;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Operator;
import org.rulebatch.ruleyaml.Chains;

/** Runs a generator over labelled rules, through validation and planning as a run does, and scores each. */
public final class Evaluator {

    private static final int CANDIDATES = 50;

    private final Catalog catalog;
    private final RulePipeline pipeline;
    private final CandidateSource candidates;

    public Evaluator(Catalog catalog, Chains chains, RequirementGenerator generator, CandidateSource candidates) {
        this.catalog = catalog;
        this.pipeline = new RulePipeline(catalog, chains, generator, "evaluated");
        this.candidates = candidates;
    }

    /** The scores, in the order of the rules. */
    public List<RuleScore> score(List<LabelledRule> rules) {
        List<RuleScore> scores = new ArrayList<>();
        for (LabelledRule labelled : rules) {
            RuleMetadata rule = labelled.rule();
            RuleResult result =
                    pipeline.process(rule.service(), List.of(rule)).rules().get(0);
            scores.add(score(labelled.label(), result, candidates.candidates(rule, CANDIDATES)));
        }
        return scores;
    }

    private RuleScore score(Label label, RuleResult result, List<Candidate> ranked) {
        int rank = 0;
        for (int i = 0; i < ranked.size() && rank == 0; i++) {
            rank = accepts(label, ranked.get(i).condition()) ? i + 1 : 0;
        }
        Outcome outcome = result.outcome();
        if (outcome instanceof Outcome.Automated decided) {
            Condition first = decided.validated().requirement().main();
            boolean right = accepts(label, first);
            return new RuleScore(
                    label, true, decided.confidence(), first, right, right && fits(label, first), rank, "");
        }
        Condition best = ranked.isEmpty() ? null : ranked.get(0).condition();
        boolean right = best != null && accepts(label, best);
        boolean fits = right && best != null && fits(label, best);
        if (outcome instanceof Outcome.ManualReview review) {
            return new RuleScore(label, false, review.confidence(), best, right, fits, rank, review.reason());
        }
        String reason = ((Outcome.Failed) outcome).reason();
        return new RuleScore(label, false, 0, best, right, fits, rank, reason);
    }

    private boolean accepts(Label label, Condition condition) {
        return apiName(condition)
                .map(name -> label.accepts(condition.call().client(), name, condition.path()))
                .orElse(false);
    }

    private Optional<String> apiName(Condition condition) {
        return catalog.service(condition.call().client())
                .flatMap(service -> service.operation(condition.call().operation()))
                .map(Operation::name);
    }

    /** Whether the condition says the same as one of the answers on its path. */
    private boolean fits(Label label, Condition condition) {
        String api = apiName(condition).orElse("");
        return label.answers().stream()
                .filter(answer ->
                        answer.operation().equals(api) && answer.path().equals(condition.path()))
                .anyMatch(answer -> same(answer, condition.operator(), condition.value()));
    }

    private static boolean same(Label.Answer answer, Operator operator, @Nullable Object value) {
        Operator stated = Operator.of(answer.op()).orElse(operator);
        if (group(stated) != group(operator)) {
            return false;
        }
        if (answer.value() == null || value == null || group(operator) == 0) {
            return true;
        }
        List<String> left = texts(answer.value());
        List<String> right = texts(value);
        return left.stream().anyMatch(right::contains);
    }

    /** Operators that say much the same: something is there, something is not, a value, not a value. */
    private static int group(Operator operator) {
        return switch (operator) {
            case EXISTS, NOT_EMPTY -> 0;
            case NOT_EXISTS, IS_EMPTY -> 1;
            case EQUALS, IN, CONTAINS -> 2;
            case NOT_EQUALS, NOT_IN, NOT_CONTAINS -> 3;
            case GT, GTE -> 4;
            case LT, LTE -> 5;
            case OLDER_THAN_DAYS, WITHIN_DAYS -> 6;
        };
    }

    private static List<String> texts(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Objects::toString).toList()
                : List.of(value.toString());
    }
}
