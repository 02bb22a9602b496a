package org.rulebatch.cli;

import java.util.Map;
import org.rulebatch.batch.PipelineFactory;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.generate.RequirementGenerator;
import org.rulebatch.generate.embedded.EmbeddedGenerator;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.pipeline.RulePipeline;
import org.rulebatch.pipeline.ServicePipeline;
import org.rulebatch.ruleyaml.Chains;

/** The pipelines that {@code --generator} can name. */
final class Pipelines implements PipelineFactory {

    private final ServiceNames names;

    Pipelines(ServiceNames names) {
        this.names = names;
    }

    @Override
    public ServicePipeline create(Map<String, String> options) {
        Catalog catalog = Catalog.bundled();
        Chains chains = new Chains(catalog);
        GeneratorKind kind = GeneratorKind.of(options.getOrDefault(GENERATOR, ""));
        RequirementGenerator generator =
                switch (kind) {
                    case EMBEDDED -> new EmbeddedGenerator(catalog, Knowledge.bundled(), names, chains);
                };
        return new RulePipeline(catalog, chains, generator, kind.word());
    }
}
