package org.rulebatch.batch.repository;

import java.util.Map;
import java.util.TreeMap;
import org.rulebatch.batch.step.Run;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * One partition a batch of the plan. A partition's name depends on the frozen manifest alone, so a restart finds it again; and its
 * name alone says which batch it is: a process that dies between two writes of the repository leaves partitions with an empty
 * context.
 */
public final class BatchPartitioner implements Partitioner {

    private static final String PREFIX = "batch-";

    private final Run run;

    public BatchPartitioner(Run run) {
        this.run = run;
    }

    static String partitionName(int number) {
        return String.format(PREFIX + "%03d", number);
    }

    public static boolean isPartition(StepExecution step) {
        return step.getStepName().contains(":" + PREFIX);
    }

    public static int number(StepExecution partition) {
        return number(partition.getStepName());
    }

    /** @param stepName as the framework makes it of the worker step's name and the partition's */
    public static int number(String stepName) {
        return Integer.parseInt(stepName.substring(stepName.lastIndexOf(PREFIX) + PREFIX.length()));
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        Map<String, ExecutionContext> partitions = new TreeMap<>();
        for (int number : run.plan().batches()) {
            partitions.put(partitionName(number), new ExecutionContext());
        }
        return partitions;
    }
}
