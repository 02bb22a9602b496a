package org.rulebatch.cli;

import java.util.Map;
import org.rulebatch.batch.PipelineFactory;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.generate.embedded.EmbeddedGenerator;
import org.rulebatch.generate.llm.GeneratorSettings;
import org.rulebatch.generate.llm.LlmGenerator;
import org.rulebatch.generate.llm.ReplyStore;
import org.rulebatch.generate.replies.RecordedReplies;
import org.rulebatch.generate.replies.RepliesGenerator;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.pipeline.ModelPipeline;
import org.rulebatch.pipeline.RulePipeline;
import org.rulebatch.pipeline.ServicePipeline;
import org.rulebatch.ruleyaml.Chains;
import org.rulebatch.store.InputException;

/** The pipelines that {@code --generator} can name. */
final class Pipelines implements PipelineFactory {

    /** The option that holds what identifies the knowledge. */
    static final String KNOWLEDGE = "knowledge";

    private final ServiceNames names;
    private final OwnKnowledge knowledge;
    private final ModelOptions model;

    Pipelines(ServiceNames names, OwnKnowledge knowledge, ModelOptions model) {
        this.model = model;
        this.names = names;
        this.knowledge = knowledge;
    }

    /** @throws InputException if the run was started with other knowledge than there is now */
    @Override
    public ServicePipeline create(Map<String, String> options) {
        return create(options, ReplyStore.none());
    }

    @Override
    public ServicePipeline create(Map<String, String> options, ReplyStore replies) {
        requireSame(options);
        Catalog catalog = Catalog.bundled();
        Chains chains = new Chains(catalog);
        GeneratorKind kind = GeneratorKind.of(options.getOrDefault(GENERATOR, ""));
        EmbeddedGenerator embedded = new EmbeddedGenerator(catalog, knowledge.knowledge(), names, chains);
        return switch (kind) {
            case EMBEDDED -> new RulePipeline(catalog, chains, embedded, kind.word());
            case REPLIES -> {
                RecordedReplies recorded = RepliesOption.of(options);
                yield new RulePipeline(
                        catalog, chains, new RepliesGenerator(embedded, recorded, catalog.version()), kind.word());
            }
            case OPENAI -> {
                GeneratorSettings settings = model.settings(options, knowledge.jobsDir());
                LlmGenerator generator =
                        new LlmGenerator(settings, catalog, chains, names, embedded, embedded, replies);
                yield new ModelPipeline(
                        catalog,
                        chains,
                        generator,
                        kind.word(),
                        settings.limits().inFlight());
            }
        };
    }

    private void requireSame(Map<String, String> options) {
        String started = options.get(KNOWLEDGE);
        if (started != null && !started.equals(knowledge.hash())) {
            throw new InputException(
                    "The knowledge is not the one that the run was started with: half of its rules would"
                            + " be decided by other facts. Name the jobs folder it had with --jobs-dir, or start a new run with"
                            + " --fresh.");
        }
    }
}
