package org.rulebatch.pipeline;

import java.util.List;
import org.rulebatch.metadata.RuleMetadata;

/** Takes the rules of one service the whole way. Thread-safe. */
public interface ServicePipeline {

    /** Never throws for a single rule: what breaks is that rule's {@link Outcome.Failed}. */
    ServiceResult process(String service, List<RuleMetadata> rules);
}
