package org.rulebatch.batch;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.rulebatch.batch.repository.Partitions;
import org.springframework.batch.core.partition.support.TaskExecutorPartitionHandler;
import org.springframework.batch.core.step.StepExecution;

/** Starts the batches in the order of their numbers; the framework's own order is random. */
final class OrderedPartitionHandler extends TaskExecutorPartitionHandler {

    @Override
    protected Set<StepExecution> doHandle(StepExecution manager, Set<StepExecution> partitions) throws Exception {
        return super.doHandle(
                manager,
                partitions.stream()
                        .sorted(Comparator.comparingInt(Partitions::number))
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }
}
