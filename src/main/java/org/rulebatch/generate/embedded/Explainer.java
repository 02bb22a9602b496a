package org.rulebatch.generate.embedded;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.generate.embedded.Explanation.Decided;
import org.rulebatch.generate.embedded.Explanation.Scored;
import org.rulebatch.generate.embedded.Explanation.Understood;
import org.rulebatch.generate.embedded.Ranker.Ranked;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Finding;
import org.rulebatch.requirement.Piece;
import org.rulebatch.requirement.RulePart;
import org.rulebatch.requirement.Sureness;
import org.rulebatch.ruleyaml.Chains;
import org.rulebatch.validate.ValidatedRequirement;
import org.rulebatch.validate.Validator;

/** Explains what the embedded generator makes of a rule, and what the checks say to it. */
public final class Explainer {

    private static final int OPTIONS = 10;

    private final EmbeddedGenerator generator;
    private final ServiceNames services;
    private final Validator validator;

    public Explainer(EmbeddedGenerator generator, ServiceNames services, Catalog catalog, Chains chains) {
        this.generator = generator;
        this.services = services;
        this.validator = new Validator(catalog, chains);
    }

    /** Decides a rule as a run would, and says why. */
    public Explanation explain(RuleMetadata rule) {
        List<String> clients = services.clients(rule.service()).orElse(List.of());
        RuleReading reading = generator.read(rule);
        List<Ranked> ranked = clients.isEmpty() ? List.of() : generator.ranked(reading, clients);
        List<Scored> options = ranked.stream().limit(OPTIONS).map(this::scored).toList();
        EmbeddedGenerator.Reached reached = generator.reach(rule, null);
        return new Explanation(
                rule.ruleId(),
                Summary.of(reached),
                reached.parts().stream().map(Explainer::asked).toList(),
                clients,
                understood(reading),
                options,
                decided(reached.decision(), reached.ranked()));
    }

    private static Explanation.Asked asked(RulePart part) {
        String by = part.coveredBy().map(Piece::wireName).orElse(null);
        return new Explanation.Asked(part.kind(), part.text(), part.place(), by);
    }

    private static Understood understood(RuleReading reading) {
        Map<String, List<Integer>> stated = new TreeMap<>();
        reading.stated().forEach((slot, values) -> stated.put(slot.name().toLowerCase(Locale.ROOT), values));
        return new Understood(
                reading.resource(),
                reading.control(),
                List.copyOf(reading.title()),
                List.copyOf(reading.prose()),
                reading.negative(),
                stated);
    }

    private Scored scored(Ranked ranked) {
        return OptionText.scored(ranked, generator.ranking().ranker().parts(ranked.features()));
    }

    private Decided decided(Decision decision, List<Ranked> ranked) {
        if (decision instanceof Decision.ManualReview review) {
            return decided("manual_review", review.confidence(), review.reason(), List.of(), List.of());
        }
        Decision.WithCheck proposed = (Decision.WithCheck) decision;
        ValidatedRequirement validated = validator.validate(proposed.requirement());
        List<String> check = OptionText.requirement(validated.requirement());
        List<String> notes = Stream.concat(proposed.notes().stream(), validated.findings().stream())
                .map(Explainer::note)
                .toList();
        if (!validated.isValid()) {
            String reason = "the proposed check is not valid";
            return decided("manual_review", proposed.confidence(), reason, check, notes);
        }
        if (proposed instanceof Decision.Proposed reserved) {
            return decided("proposed", reserved.confidence(), reserved.reservation(), check, notes);
        }
        double threshold = generator.ranking().threshold(ranked.get(0));
        String trusted = "everything that the rule asks is covered; " + threshold + " is asked of the number";
        return decided("automated", proposed.confidence(), trusted, check, notes);
    }

    private static Decided decided(
            String outcome, double confidence, String reason, List<String> check, List<String> notes) {
        return new Decided(outcome, Sureness.of(confidence).word(), confidence, reason, check, notes);
    }

    private static String note(Finding finding) {
        return finding.id() + " " + finding.place() + ": " + finding.message();
    }
}
