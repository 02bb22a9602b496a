package org.rulebatch.pipeline;

import java.util.List;
import java.util.Optional;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.generate.RequirementGenerator;
import org.rulebatch.generate.llm.LlmGenerator;
import org.rulebatch.generate.llm.bulk.ModelBatches;
import org.rulebatch.generate.llm.cost.ModelUsage;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.prove.OwnExamples;
import org.rulebatch.ruleyaml.Chains;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pipeline of a generator that asks a model: many rules are under way at once, and what they use is counted. */
public final class ModelPipeline implements ServicePipeline {

    private static final Logger LOG = LoggerFactory.getLogger(ModelPipeline.class);

    private final LlmGenerator generator;
    private final RequirementGenerator first;
    private final RuleThreads threads;
    private final RulePipeline rules;

    /**
     * @param first is asked about each rule, and asks {@code generator} where it does not know
     * @param own the examples that people gave
     * @param inFlight calls at once
     */
    public ModelPipeline(
            Catalog catalog,
            Chains chains,
            LlmGenerator generator,
            RequirementGenerator first,
            String name,
            OwnExamples own,
            int inFlight) {
        this.generator = generator;
        this.first = first;
        // A few more than calls, so that some can think while the others wait.
        this.threads = new RuleThreads(inFlight + 2 * Runtime.getRuntime().availableProcessors());
        this.rules = new RulePipeline(catalog, chains, first, name, own, threads);
    }

    @Override
    public ServiceResult process(String service, List<RuleMetadata> of) {
        return rules.process(service, of);
    }

    @Override
    public boolean waits() {
        return true;
    }

    @Override
    public Optional<ModelUsage> modelUsage() {
        return Optional.of(generator.usage());
    }

    @Override
    public Optional<ModelUsage> modelUsageOfAll() {
        return Optional.of(generator.usageOfAll());
    }

    @Override
    public Optional<ModelBatches> batches() {
        return generator.batches();
    }

    @Override
    public void ask(List<RuleMetadata> of) {
        threads.all(of, this::isAnswered);
    }

    /** What goes wrong here goes wrong again when the rule is decided, and is said then. */
    private boolean isAnswered(RuleMetadata rule) {
        try {
            first.propose(rule);
            return true;
        } catch (RuntimeException e) {
            LOG.debug("{} is not decided yet", rule.ruleId(), e);
            return false;
        }
    }

    @Override
    public void close() {
        generator.close();
        threads.close();
    }
}
