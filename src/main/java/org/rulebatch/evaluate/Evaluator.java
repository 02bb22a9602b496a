package org.rulebatch.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Operation;
import org.rulebatch.generate.CandidateSource;
import org.rulebatch.generate.Label;
import org.rulebatch.generate.Labels.LabelledRule;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.pipeline.Outcome;
import org.rulebatch.pipeline.RuleResult;
import org.rulebatch.pipeline.ServicePipeline;
import org.rulebatch.requirement.Call;
import org.rulebatch.requirement.Candidate;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Requirement;

/** Runs a generator over labelled rules, through validation and planning as a run does, and scores each. */
public final class Evaluator {

    private static final int CANDIDATES = 50;

    private final Catalog catalog;
    private final ServicePipeline pipeline;
    private final CandidateSource candidates;

    /** @param candidates where the candidates come from whose ranks are measured */
    public Evaluator(Catalog catalog, ServicePipeline pipeline, CandidateSource candidates) {
        this.catalog = catalog;
        this.pipeline = pipeline;
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
            rank = accepts(label, ranked.get(i).requirement().place()) ? i + 1 : 0;
        }
        Outcome outcome = result.outcome();
        if (outcome instanceof Outcome.Automated decided) {
            Requirement first = decided.validated().requirement();
            boolean right = accepts(label, first.place());
            return new RuleScore(
                    label, true, decided.confidence(), first, right, right && fits(label, first), rank, "");
        }
        if (outcome instanceof Outcome.Proposed proposed) {
            Requirement first = proposed.validated().requirement();
            boolean right = accepts(label, first.place());
            boolean fits = right && fits(label, first);
            return new RuleScore(label, false, proposed.confidence(), first, right, fits, rank, proposed.reservation());
        }
        Requirement best = ranked.isEmpty() ? null : ranked.get(0).requirement();
        boolean right = best != null && accepts(label, best.place());
        boolean fits = right && best != null && fits(label, best);
        if (outcome instanceof Outcome.ManualReview review) {
            return new RuleScore(label, false, review.confidence(), best, right, fits, rank, review.reason());
        }
        String reason = ((Outcome.Failed) outcome).reason();
        return new RuleScore(label, false, 0, best, right, fits, rank, reason);
    }

    /** What expressions ask of the right field is not compared; tests and cases execute it. */
    private static boolean fits(Label label, Requirement requirement) {
        return !(requirement instanceof Conditions conditions) || Fit.fits(label, conditions.main());
    }

    private boolean accepts(Label label, Requirement.Place place) {
        return apiName(place.call())
                .map(name -> label.accepts(place.call().client(), name, place.path()))
                .orElse(false);
    }

    private Optional<String> apiName(Call call) {
        return catalog.service(call.client())
                .flatMap(service -> service.operation(call.operation()))
                .map(Operation::name);
    }
}
