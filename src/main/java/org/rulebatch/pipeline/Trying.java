package org.rulebatch.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.generate.Proposal;
import org.rulebatch.generate.override.OverrideGenerator;
import org.rulebatch.language.Language;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.prove.Example;
import org.rulebatch.prove.Examples;
import org.rulebatch.prove.OwnExamples;
import org.rulebatch.prove.Proof;
import org.rulebatch.prove.Prover;
import org.rulebatch.requirement.Cause;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Finding;
import org.rulebatch.ruleyaml.CheckPlan;
import org.rulebatch.ruleyaml.Planner;
import org.rulebatch.validate.ValidatedRequirement;

/**
 * Ensures that a check that is valid has been tried on answers of AWS before anyone relies on it: on those that people gave, and on
 * those that the prover finds.
 */
final class Trying {

    private final Prover prover;
    private final Examples examples;
    private final OwnExamples own;

    Trying(Catalog catalog, Supplier<Language> language, Prover prover, OwnExamples own) {
        this.prover = prover;
        this.examples = new Examples(catalog, language);
        this.own = own;
    }

    /** How a rule ends whose check is valid. */
    Outcome.WithCheck proven(
            Proposal proposal, Decision.WithCheck decision, ValidatedRequirement valid, CheckPlan plan) {
        Proof proof = prover.prove(plan);
        List<Example> examples = proof instanceof Proof.Proven proven ? proven.examples() : List.of();
        ValidatedRequirement tried = proof instanceof Proof.CannotProve open
                ? valid.with(List.of(Finding.note(Cause.CANNOT_PROVE.wireName(), "", open.reason())))
                : valid;
        if (decision instanceof Decision.Proposed proposed) {
            return new Outcome.Proposed(
                    tried,
                    plan,
                    proposed.reservation(),
                    Optional.empty(),
                    proposed.confidence(),
                    proposed.candidates(),
                    examples);
        }
        boolean byPerson = proposal.provenance().generator().equals(OverrideGenerator.NAME);
        if (proof instanceof Proof.CannotProve open && !byPerson) {
            return new Outcome.Proposed(
                    valid,
                    plan,
                    open.reason(),
                    Optional.of(Cause.CANNOT_PROVE),
                    decision.confidence(),
                    decision.candidates(),
                    examples);
        }
        return new Outcome.Automated(tried, plan, decision.confidence(), decision.candidates(), examples);
    }

    /** Where the check says something else than an example that a person gave: what it says, and which example. */
    Optional<Outcome> contradicted(RuleMetadata rule, Decision.WithCheck decision, CheckPlan plan) {
        if (!own.has(rule.ruleId())) {
            return Optional.empty();
        }
        Planner planner = new Planner(rule.service());
        planner.add(rule, plan);
        List<Finding> findings = own.check(rule.ruleId(), planner.document(), examples);
        if (findings.isEmpty()) {
            return Optional.empty();
        }
        String reason = findings.stream()
                .map(finding -> "the example in " + finding.place() + " does not hold: " + finding.message())
                .collect(Collectors.joining("; "));
        return Optional.of(new Outcome.ManualReview(
                Cause.CONTRADICTS_EXAMPLE, reason, decision.confidence(), decision.candidates(), findings));
    }
}
