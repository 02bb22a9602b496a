package org.rulebatch.pipeline;

import java.util.List;
import java.util.Optional;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.generate.RequirementGenerator;
import org.rulebatch.generate.llm.LlmGenerator;
import org.rulebatch.generate.llm.cost.ModelUsage;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.prove.OwnExamples;
import org.rulebatch.ruleyaml.Chains;

/** The pipeline of a generator that asks a model: many rules are under way at once, and what they use is counted. */
public final class ModelPipeline implements ServicePipeline {

    private final LlmGenerator generator;
    private final RuleThreads threads;
    private final RulePipeline rules;

    /**
     * @param first is asked about each rule, and asks {@code generator} where it does not know
     * @param own the examples that people gave
     * @param trial where the generator has its checks tried
     * @param inFlight calls at once
     */
    public ModelPipeline(
            Catalog catalog,
            Chains chains,
            LlmGenerator generator,
            RequirementGenerator first,
            String name,
            OwnExamples own,
            ExampleTrial trial,
            int inFlight) {
        this.generator = generator;
        // A few more than calls, so that some can think while the others wait.
        this.threads = new RuleThreads(inFlight + 2 * Runtime.getRuntime().availableProcessors());
        this.rules = new RulePipeline(catalog, chains, first, name, own, threads, trial);
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
    public void close() {
        generator.close();
        threads.close();
    }
}
