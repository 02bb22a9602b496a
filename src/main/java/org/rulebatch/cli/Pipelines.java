package org.rulebatch.cli;

import java.util.Map;
import org.rulebatch.batch.remote.PipelineFactory;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.generate.RequirementGenerator;
import org.rulebatch.generate.embedded.EmbeddedGenerator;
import org.rulebatch.generate.llm.GeneratorSettings;
import org.rulebatch.generate.llm.LlmGenerator;
import org.rulebatch.generate.llm.ReplyStore;
import org.rulebatch.generate.llm.pace.Quota;
import org.rulebatch.generate.override.OverrideGenerator;
import org.rulebatch.generate.replies.RepliesGenerator;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.pipeline.ModelPipeline;
import org.rulebatch.pipeline.RulePipeline;
import org.rulebatch.pipeline.ServicePipeline;
import org.rulebatch.ruleyaml.Chains;
import org.rulebatch.store.InputException;

/** The pipelines that {@code --generator} can name. */
final class Pipelines implements PipelineFactory {

    /** The option that holds the version of the catalog. */
    static final String CATALOG = "catalog";

    /** The option that holds what identifies the knowledge. */
    static final String KNOWLEDGE = "knowledge";

    /** The option that holds what identifies people's decisions; absent where there is none. */
    static final String OVERRIDES = "overrides";

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
        return create(options, ReplyStore.none(), Quota.ofThisProcess());
    }

    @Override
    public ServicePipeline create(Map<String, String> options, ReplyStore replies, Quota quota) {
        requireSame(options);
        Catalog catalog = Catalog.bundled();
        Chains chains = new Chains(catalog);
        GeneratorKind kind = GeneratorKind.of(options.getOrDefault(GENERATOR, ""));
        EmbeddedGenerator embedded = new EmbeddedGenerator(catalog, knowledge.knowledge(), names, chains);
        return switch (kind) {
            case EMBEDDED -> new RulePipeline(catalog, chains, decidedFirst(embedded), kind.word());
            case REPLIES -> {
                RepliesGenerator generator =
                        new RepliesGenerator(embedded, RepliesOption.of(options), catalog.version());
                yield new RulePipeline(catalog, chains, decidedFirst(generator), kind.word());
            }
            case OPENAI -> {
                GeneratorSettings settings = model.settings(options, knowledge.jobsDir());
                LlmGenerator generator =
                        new LlmGenerator(settings, catalog, chains, names, embedded, embedded, replies, quota);
                yield new ModelPipeline(
                        catalog,
                        chains,
                        generator,
                        decidedFirst(generator),
                        kind.word(),
                        settings.limits().inFlight());
            }
        };
    }

    /** What people decided comes before what a generator says. */
    private RequirementGenerator decidedFirst(RequirementGenerator generator) {
        return new OverrideGenerator(
                knowledge.overrides(), generator, Catalog.bundled().version());
    }

    private void requireSame(Map<String, String> options) {
        String models = options.get(CATALOG);
        if (models != null && !models.equals(Catalog.bundled().version())) {
            throw new InputException("The catalog is not the one that the run was started with, but "
                    + Catalog.bundled().version() + " in the place of " + models
                    + ": half of its rules would be decided by other facts. Take the version of the program that it was started"
                    + " with, or start a new run with --fresh.");
        }
        String started = options.get(KNOWLEDGE);
        if (started != null && !started.equals(knowledge.hash())) {
            throw new InputException(
                    "The knowledge is not the one that the run was started with: half of its rules would"
                            + " be decided by other facts. Name the jobs folder it had with --jobs-dir, or start a new run with"
                            + " --fresh.");
        }
        if (!options.getOrDefault(OVERRIDES, "").equals(knowledge.overrides().hash())) {
            throw new InputException(
                    "The decisions of people in the jobs folder's overrides are not those that the run was"
                            + " started with. Start a new run, which honours them: --job=generateRules --fresh.");
        }
    }
}
