package org.rulebatch.cli;

import java.util.Map;
import org.rulebatch.batch.PipelineFactory;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.generate.RequirementGenerator;
import org.rulebatch.generate.embedded.EmbeddedGenerator;
import org.rulebatch.knowledge.ServiceNames;
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

    Pipelines(ServiceNames names, OwnKnowledge knowledge) {
        this.names = names;
        this.knowledge = knowledge;
    }

    /** @throws InputException if the run was started with other knowledge than there is now */
    @Override
    public ServicePipeline create(Map<String, String> options) {
        requireSame(options);
        Catalog catalog = Catalog.bundled();
        Chains chains = new Chains(catalog);
        GeneratorKind kind = GeneratorKind.of(options.getOrDefault(GENERATOR, ""));
        RequirementGenerator generator =
                switch (kind) {
                    case EMBEDDED -> new EmbeddedGenerator(catalog, knowledge.knowledge(), names, chains);
                };
        return new RulePipeline(catalog, chains, generator, kind.word());
    }

    /** What the generator has spent so far, for people; empty where it spends nothing, as the embedded one does. */
    String spent() {
        return "";
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
