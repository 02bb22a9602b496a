package org.rulebatch.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.generate.Proposal;
import org.rulebatch.generate.Provenance;
import org.rulebatch.generate.RequirementGenerator;
import org.rulebatch.generate.RunHaltedException;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.prove.Example;
import org.rulebatch.prove.ExamplesWriter;
import org.rulebatch.prove.OwnExamples;
import org.rulebatch.requirement.Cause;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Finding;
import org.rulebatch.ruleyaml.Chains;
import org.rulebatch.ruleyaml.CheckPlan;
import org.rulebatch.ruleyaml.Planner;
import org.rulebatch.ruleyaml.RuleYamlSchema;
import org.rulebatch.ruleyaml.RuleYamlWriter;
import org.rulebatch.validate.ValidatedRequirement;
import org.rulebatch.validate.Validator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Proposes, validates, plans and writes; the same for every generator. */
public final class RulePipeline implements ServicePipeline {

    private static final Logger LOG = LoggerFactory.getLogger(RulePipeline.class);

    private final RequirementGenerator generator;
    private final Provenance provenance;
    private final Validator validator;
    private final Trying trying;
    private final RuleRunner runner;
    private final RuleYamlSchema schema = new RuleYamlSchema();

    /** A pipeline without examples of people. */
    public RulePipeline(Catalog catalog, Chains chains, RequirementGenerator generator, String name) {
        this(catalog, chains, generator, name, OwnExamples.none());
    }

    /**
     * @param name the generator's, for rules that it fails on
     * @param own the examples that people gave
     */
    public RulePipeline(Catalog catalog, Chains chains, RequirementGenerator generator, String name, OwnExamples own) {
        this(catalog, chains, generator, name, own, RuleRunner.IN_ORDER, new ExampleTrial(catalog, chains));
    }

    RulePipeline(
            Catalog catalog,
            Chains chains,
            RequirementGenerator generator,
            String name,
            OwnExamples own,
            RuleRunner runner,
            ExampleTrial trial) {
        this.trying = new Trying(catalog, trial.language(), trial.prover(), own);
        this.runner = runner;
        this.generator = generator;
        this.provenance = new Provenance(name, null, null, catalog.version());
        this.validator = new Validator(catalog, chains, trial.language());
    }

    @Override
    public ServiceResult process(String service, List<RuleMetadata> rules) {
        List<RuleResult> results = runner.run(rules, this::process);
        return new ServiceResult(
                service,
                results,
                written(service, "generated", results, Outcome.Automated.class),
                written(service, "proposed", results, Outcome.Proposed.class),
                examples(results));
    }

    /** The file of examples; empty where no check has any. */
    private static Optional<String> examples(List<RuleResult> results) {
        SortedMap<String, List<Example>> examples = new TreeMap<>();
        for (RuleResult result : results) {
            if (result.outcome() instanceof Outcome.WithCheck ended
                    && !ended.examples().isEmpty()) {
                examples.put(result.rule().ruleId(), ended.examples());
            }
        }
        return examples.isEmpty() ? Optional.empty() : Optional.of(ExamplesWriter.write(examples));
    }

    private RuleResult process(RuleMetadata rule) {
        try (MDC.MDCCloseable about = MDC.putCloseable(LogContext.RULE, rule.ruleId())) {
            Proposal proposal = generator.propose(rule);
            Outcome outcome = outcome(rule, proposal);
            LOG.debug("ends as {}", outcome.getClass().getSimpleName());
            return new RuleResult(rule, outcome, proposal.provenance(), proposal.parts());
        } catch (RunHaltedException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.info("{} failed", rule.ruleId(), e);
            String reason = e.getClass().getSimpleName() + ": " + e.getMessage();
            return new RuleResult(rule, new Outcome.Failed(reason), provenance, List.of());
        }
    }

    private Outcome outcome(RuleMetadata rule, Proposal proposal) {
        if (proposal.decision() instanceof Decision.WithCheck proposed) {
            return validated(rule, proposal, proposed);
        }
        Decision.ManualReview review = (Decision.ManualReview) proposal.decision();
        return new Outcome.ManualReview(
                review.cause(), review.reason(), review.confidence(), review.candidates(), review.findings());
    }

    private Outcome validated(RuleMetadata rule, Proposal proposal, Decision.WithCheck proposed) {
        ValidatedRequirement validated =
                validator.validate(proposed.requirement()).with(proposed.notes());
        CheckPlan plan = validated.plan();
        if (plan != null && validated.isValid()) {
            return trying.contradicted(rule, proposed, plan)
                    .orElseGet(() -> trying.proven(proposal, proposed, validated, plan));
        }
        String reason = validated.findings().stream()
                .filter(Finding::isError)
                .map(Finding::message)
                .collect(Collectors.joining("; "));
        return new Outcome.ManualReview(
                Cause.INVALID_CHECK,
                "the proposed check is not valid: " + reason,
                proposed.confidence(),
                proposed.candidates(),
                validated.findings());
    }

    /** The rule file of the checks that ended so; empty where none did. */
    private Optional<String> written(
            String service, String kind, List<RuleResult> results, Class<? extends Outcome.WithCheck> ended) {
        Planner planner = new Planner(service);
        boolean any = false;
        for (RuleResult result : results) {
            if (ended.isInstance(result.outcome())) {
                planner.add(result.rule(), ended.cast(result.outcome()).plan());
                any = true;
            }
        }
        return any ? Optional.of(written(service + "_" + kind + ".yaml", planner)) : Optional.empty();
    }

    /** Writes the file, reads it back and holds it against the schema, so that no file that is wrong leaves the run. */
    private String written(String name, Planner planner) {
        String yaml = RuleYamlWriter.write(planner.document());
        List<Finding> findings = schema.check(name, yaml);
        if (!findings.isEmpty()) {
            throw new IllegalStateException("the rule file " + name + " is not valid: " + findings);
        }
        return yaml;
    }
}
