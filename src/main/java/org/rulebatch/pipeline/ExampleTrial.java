package org.rulebatch.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.engine.Verdict.Status;
import org.rulebatch.generate.CheckTrial;
import org.rulebatch.language.Language;
import org.rulebatch.prove.Example;
import org.rulebatch.prove.ExamplesWriter;
import org.rulebatch.prove.Judge;
import org.rulebatch.prove.Proof;
import org.rulebatch.prove.Prover;
import org.rulebatch.requirement.Call;
import org.rulebatch.requirement.Cause;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Finding;
import org.rulebatch.requirement.Requirement;
import org.rulebatch.ruleyaml.Chains;
import org.rulebatch.ruleyaml.CheckPlan;
import org.rulebatch.ruleyaml.ExpressionsPlan;
import org.rulebatch.validate.ValidatedRequirement;
import org.rulebatch.validate.Validator;
import org.springframework.util.function.SingletonSupplier;

/**
 * Tries a check as the pipeline will: whether it is valid, and whether answers of AWS comply with it and violate it. Its samples
 * are a few of these, and a few that were found for checks nearby: a part that the check lost is one that they still look at.
 */
public final class ExampleTrial implements CheckTrial {

    private static final int OWN = 3;
    private static final int NEAR = 4;
    private static final int MOST_NEARBY = 3;

    private final Supplier<Language> language;
    private final Validator validator;
    private final Prover prover;
    private final Judge judge;

    public ExampleTrial(Catalog catalog, Chains chains) {
        this.language = SingletonSupplier.of(() -> Language.of(catalog));
        this.validator = new Validator(catalog, chains, language);
        this.prover = new Prover(catalog, language);
        this.judge = new Judge(catalog, language);
    }

    /** For a pipeline: what was proven here is not searched again there. */
    Prover prover() {
        return prover;
    }

    Supplier<Language> language() {
        return language;
    }

    @Override
    public Tried of(Expressions check, List<Expressions> nearby) {
        ValidatedRequirement validated = validator.validate(check);
        CheckPlan plan = validated.plan();
        if (plan == null || !validated.isValid()) {
            List<Finding> errors =
                    validated.findings().stream().filter(Finding::isError).toList();
            return new Tried(check, errors, List.of(), List.of());
        }
        Expressions placed = placed(check, (ExpressionsPlan) plan);
        Proof proof = prover.prove(plan);
        if (proof instanceof Proof.CannotProve open) {
            Finding finding = Finding.error(
                    Cause.CANNOT_PROVE.wireName(),
                    "complies",
                    open.reason(),
                    "a check has to be one that can be met and violated");
            return new Tried(placed, List.of(), List.of(finding), List.of());
        }
        return new Tried(placed, List.of(), List.of(), samples(plan, ((Proof.Proven) proof).examples(), nearby));
    }

    @Override
    public String moment() {
        return Judge.moment();
    }

    /** The check with the first place that its own answer tells of. */
    private static Expressions placed(Expressions check, ExpressionsPlan plan) {
        return plan.items()
                .flatMap(items -> items.members().entrySet().stream())
                .filter(member -> check.complies().contains("." + member.getKey()))
                .map(member -> member.getValue())
                .findFirst()
                .map(member -> new Requirement.Place(
                        Call.of(
                                member.from().operation().client(),
                                member.from().operation().method()),
                        member.path()))
                .map(place -> new Expressions(
                        place,
                        check.subject(),
                        check.where(),
                        check.with(),
                        check.parameters(),
                        check.complies(),
                        check.covers()))
                .orElse(check);
    }

    private List<Sample> samples(CheckPlan plan, List<Example> own, List<Expressions> nearby) {
        Set<Sample> samples = new LinkedHashSet<>();
        for (Status status : List.of(Status.FAIL, Status.PASS, Status.NOT_APPLICABLE)) {
            own.stream()
                    .filter(each -> each.verdict() == status && !each.answers().isEmpty())
                    .limit(OWN)
                    .forEach(each -> sample(status, each).ifPresent(samples::add));
        }
        for (Expressions near : nearby.stream().limit(MOST_NEARBY).toList()) {
            List<Sample> found = new ArrayList<>();
            for (Example example : examples(near)) {
                judge.verdict(plan, example)
                        .flatMap(status -> sample(status, example))
                        .filter(sample -> !samples.contains(sample))
                        .ifPresent(found::add);
            }
            found.stream().limit(NEAR).forEach(samples::add);
        }
        return List.copyOf(samples);
    }

    private List<Example> examples(Expressions near) {
        ValidatedRequirement validated = validator.validate(near);
        CheckPlan plan = validated.plan();
        return plan != null && validated.isValid() && prover.prove(plan) instanceof Proof.Proven proven
                ? proven.examples()
                : List.of();
    }

    private static Optional<Sample> sample(Status status, Example example) {
        Optional<Judgement> says =
                switch (status) {
                    case PASS -> Optional.of(Judgement.COMPLIES);
                    case FAIL -> Optional.of(Judgement.VIOLATES);
                    case NOT_APPLICABLE -> Optional.of(Judgement.NOT_CONCERNED);
                    default -> Optional.empty();
                };
        return says.map(each -> new Sample(each, ExamplesWriter.answers(example)));
    }
}
