package org.rulebatch.pipeline;

import java.util.List;
import java.util.Optional;
import org.rulebatch.generate.llm.cost.ModelUsage;
import org.rulebatch.metadata.RuleMetadata;

/** Takes the rules of one service the whole way. Thread-safe. */
public interface ServicePipeline extends AutoCloseable {

    /**
     * Never throws for a single rule: what breaks is that rule's {@link Outcome.Failed}.
     *
     * @throws org.rulebatch.generate.RunHaltedException if the run cannot go on
     */
    ServiceResult process(String service, List<RuleMetadata> rules);

    /** Whether it mostly waits for others, so that all services of a batch should be under way at once. */
    default boolean waits() {
        return false;
    }

    /** What has been used of a model; empty if none is asked. */
    default Optional<ModelUsage> modelUsage() {
        return Optional.empty();
    }

    /** The same of all processes that work on the run; replies that were stored before are not counted then. */
    default Optional<ModelUsage> modelUsageOfAll() {
        return modelUsage();
    }

    @Override
    default void close() {}
}
