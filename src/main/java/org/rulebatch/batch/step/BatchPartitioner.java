package org.rulebatch.batch.step;

import java.util.Map;
import java.util.TreeMap;
import org.rulebatch.batch.repository.Partitions;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** One partition a batch of the plan. */
public final class BatchPartitioner implements Partitioner {

    private final Run run;

    public BatchPartitioner(Run run) {
        this.run = run;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        Map<String, ExecutionContext> partitions = new TreeMap<>();
        for (int number : run.plan().batches()) {
            partitions.put(Partitions.name(number), new ExecutionContext());
        }
        return partitions;
    }
}
