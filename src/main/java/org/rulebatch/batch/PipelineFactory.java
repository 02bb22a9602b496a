package org.rulebatch.batch;

import org.rulebatch.pipeline.ServicePipeline;

/** Makes the pipeline of a run. */
@FunctionalInterface
public interface PipelineFactory {

    /** @param settings say which generator is wanted, and how it is set up */
    ServicePipeline create(RunSettings settings);
}
