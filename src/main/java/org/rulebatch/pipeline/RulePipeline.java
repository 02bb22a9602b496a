package org.rulebatch.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.generate.Proposal;
import org.rulebatch.generate.Provenance;
import org.rulebatch.generate.RequirementGenerator;
import org.rulebatch.generate.RunHaltedException;
import org.rulebatch.metadata.RuleMetadata;
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
    private final RuleRunner runner;
    private final RuleYamlSchema schema = new RuleYamlSchema();

    /** @param name the generator's, for rules that it fails on */
    public RulePipeline(Catalog catalog, Chains chains, RequirementGenerator generator, String name) {
        this(catalog, chains, generator, name, RuleRunner.IN_ORDER);
    }

    RulePipeline(Catalog catalog, Chains chains, RequirementGenerator generator, String name, RuleRunner runner) {
        this.runner = runner;
        this.generator = generator;
        this.provenance = new Provenance(name, null, null, catalog.version());
        this.validator = new Validator(catalog, chains);
    }

    @Override
    public ServiceResult process(String service, List<RuleMetadata> rules) {
        List<RuleResult> results = runner.run(rules, this::process);
        return new ServiceResult(
                service,
                results,
                written(service, "generated", results, Outcome.Automated.class),
                written(service, "proposed", results, Outcome.Proposed.class));
    }

    private RuleResult process(RuleMetadata rule) {
        try (MDC.MDCCloseable about = MDC.putCloseable(LogContext.RULE, rule.ruleId())) {
            Proposal proposal = generator.propose(rule);
            Outcome outcome = outcome(proposal.decision());
            LOG.debug("ends as {}", outcome.getClass().getSimpleName());
            return new RuleResult(rule, outcome, proposal.provenance());
        } catch (RunHaltedException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.info("{} failed", rule.ruleId(), e);
            String reason = e.getClass().getSimpleName() + ": " + e.getMessage();
            return new RuleResult(rule, new Outcome.Failed(reason), provenance);
        }
    }

    private Outcome outcome(Decision decision) {
        if (decision instanceof Decision.WithCheck proposed) {
            return validated(proposed);
        }
        Decision.ManualReview review = (Decision.ManualReview) decision;
        return new Outcome.ManualReview(
                review.cause(), review.reason(), review.confidence(), review.candidates(), review.findings());
    }

    private Outcome validated(Decision.WithCheck proposed) {
        ValidatedRequirement validated =
                validator.validate(proposed.requirement()).with(proposed.notes());
        CheckPlan plan = validated.plan();
        if (plan != null && validated.isValid()) {
            return ended(proposed, validated, plan);
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

    private static Outcome ended(Decision.WithCheck decision, ValidatedRequirement validated, CheckPlan plan) {
        return decision instanceof Decision.Proposed proposed
                ? new Outcome.Proposed(
                        validated, plan, proposed.reservation(), proposed.confidence(), proposed.candidates())
                : new Outcome.Automated(validated, plan, decision.confidence(), decision.candidates());
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
