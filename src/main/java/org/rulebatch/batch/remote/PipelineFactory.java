package org.rulebatch.batch.remote;

import java.util.Map;
import org.rulebatch.generate.llm.ReplyStore;
import org.rulebatch.generate.llm.pace.Quota;
import org.rulebatch.pipeline.ServicePipeline;

/** Makes the pipeline of a run. */
@FunctionalInterface
public interface PipelineFactory {

    /** The option that names the generator. */
    String GENERATOR = "generator";

    /**
     * Makes a pipeline before anything is started.
     *
     * @param options what the run was started with, by option name: a restart has the same
     * @throws org.rulebatch.store.InputException if it cannot be made as the options say
     */
    ServicePipeline create(Map<String, String> options);

    /**
     * The same, where a model may be asked.
     *
     * @param replies where its replies are kept
     * @param quota what may be asked of it, by this process and others
     */
    default ServicePipeline create(Map<String, String> options, ReplyStore replies, Quota quota) {
        return create(options);
    }
}
