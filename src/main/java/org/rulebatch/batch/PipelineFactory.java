package org.rulebatch.batch;

import java.util.Map;
import org.rulebatch.pipeline.ServicePipeline;

/** Makes the pipeline of a run. */
@FunctionalInterface
public interface PipelineFactory {

    /** The option that names the generator. */
    String GENERATOR = "generator";

    /** @param options what the run was started with, by option name: a restart has the same */
    ServicePipeline create(Map<String, String> options);
}
