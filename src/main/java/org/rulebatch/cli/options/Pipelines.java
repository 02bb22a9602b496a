package org.rulebatch.cli.options;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.rulebatch.batch.remote.PipelineFactory;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.generate.RequirementGenerator;
import org.rulebatch.generate.Unsayable;
import org.rulebatch.generate.embedded.EmbeddedGenerator;
import org.rulebatch.generate.llm.GeneratorSettings;
import org.rulebatch.generate.llm.LlmGenerator;
import org.rulebatch.generate.llm.ReplyStore;
import org.rulebatch.generate.llm.pace.Quota;
import org.rulebatch.generate.override.OverrideGenerator;
import org.rulebatch.generate.override.Overrides;
import org.rulebatch.generate.replies.RepliesGenerator;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.pipeline.ExampleTrial;
import org.rulebatch.pipeline.ModelPipeline;
import org.rulebatch.pipeline.RulePipeline;
import org.rulebatch.pipeline.ServicePipeline;
import org.rulebatch.ruleyaml.Chains;
import org.rulebatch.store.InputException;

/** The pipelines that {@code --generator} can name. */
public final class Pipelines implements PipelineFactory {

    /** The option that holds the version of the catalog. */
    public static final String CATALOG = "catalog";

    /** The option that holds what identifies the knowledge. */
    public static final String KNOWLEDGE = "knowledge";

    /** The option that holds what identifies people's decisions about rules of the run; absent where there is none. */
    public static final String OVERRIDES = "overrides";

    private final ServiceNames names;
    private final OwnKnowledge knowledge;
    private final ModelOptions model;
    private final Consumer<String> say;

    /** @param say receives what people should know about a run before it begins, a line each */
    public Pipelines(ServiceNames names, OwnKnowledge knowledge, ModelOptions model, Consumer<String> say) {
        this.say = say;
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
        Overrides overrides = overrides(options);
        Catalog catalog = Catalog.bundled();
        Chains chains = new Chains(catalog);
        GeneratorKind kind = GeneratorKind.of(options.getOrDefault(GENERATOR, ""));
        EmbeddedGenerator embedded = new EmbeddedGenerator(catalog, knowledge.knowledge(), names, chains);
        return switch (kind) {
            case EMBEDDED ->
                new RulePipeline(catalog, chains, decidedFirst(overrides, embedded), kind.word(), knowledge.examples());
            case REPLIES -> {
                RepliesGenerator generator =
                        new RepliesGenerator(embedded, RepliesOption.of(options), catalog.version());
                yield new RulePipeline(
                        catalog, chains, decidedFirst(overrides, generator), kind.word(), knowledge.examples());
            }
            case OPENAI -> {
                GeneratorSettings settings = model.settings(options, knowledge.jobsDir());
                ExampleTrial trial = new ExampleTrial(catalog, chains);
                LlmGenerator generator =
                        new LlmGenerator(settings, catalog, chains, names, embedded, embedded, trial, replies, quota);
                yield new ModelPipeline(
                        catalog,
                        chains,
                        generator,
                        decidedFirst(overrides, generator),
                        kind.word(),
                        knowledge.examples(),
                        trial,
                        settings.limits().inFlight());
            }
        };
    }

    /** What people decided comes before what a generator says. */
    private static RequirementGenerator decidedFirst(Overrides overrides, RequirementGenerator generator) {
        return new OverrideGenerator(
                overrides, new Unsayable(generator), Catalog.bundled().version());
    }

    private Overrides overrides(Map<String, String> options) {
        try {
            Overrides ofRun = knowledge.overrides().startedWith(options.getOrDefault(OVERRIDES, ""));
            sayOthers(ofRun);
            return ofRun;
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    "What people decided about " + e.getMessage() + " has been changed or taken back since the run was"
                            + " started: half of the run would be decided otherwise. Put the file back in "
                            + OwnKnowledge.overrides(knowledge.jobsDir())
                            + ", name the jobs folder that the run had with --jobs-dir, or start a new run with --fresh.",
                    e);
        }
    }

    /** A decision that has no effect is often one with a misspelt name. */
    private void sayOthers(Overrides ofRun) {
        List<String> others = knowledge.overrides().ruleIds().stream()
                .filter(ruleId -> !ofRun.ruleIds().contains(ruleId))
                .toList();
        if (!others.isEmpty()) {
            say.accept("  decisions   " + others.size()
                    + " of people have no effect here, for the run does not have the rule or"
                    + " began before they were made: "
                    + String.join(", ", others.subList(0, Math.min(3, others.size())))
                    + (others.size() > 3 ? ", …" : ""));
        }
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
    }
}
