package org.rulebatch.batch;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** One partition a batch of the plan. A partition's name depends on the frozen manifest alone, so a restart finds it again. */
final class BatchPartitioner implements Partitioner {

    static final String NUMBER = "batch";

    private final Run run;

    BatchPartitioner(Run run) {
        this.run = run;
    }

    static String partitionName(int number) {
        return String.format("batch-%03d", number);
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        Map<String, ExecutionContext> partitions = new TreeMap<>();
        for (int number : run.plan().batches()) {
            ExecutionContext context = new ExecutionContext();
            context.putInt(NUMBER, number);
            partitions.put(partitionName(number), context);
        }
        return partitions;
    }
}
