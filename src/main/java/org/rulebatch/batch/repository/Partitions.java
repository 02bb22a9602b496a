package org.rulebatch.batch.repository;

import org.springframework.batch.core.step.StepExecution;

/**
 * The names of partitions, one a batch. A name depends on the frozen manifest alone, so a restart finds its partition again; and
 * the name alone says which batch it is: a process that dies between two writes of the repository leaves partitions with an empty
 * context.
 */
public final class Partitions {

    private static final String PREFIX = "batch-";

    private Partitions() {}

    public static String name(int number) {
        return String.format(PREFIX + "%03d", number);
    }

    public static boolean isPartition(StepExecution step) {
        return step.getStepName().contains(":" + PREFIX);
    }

    public static int number(StepExecution partition) {
        return number(partition.getStepName());
    }

    /** @param stepName as the framework makes it of the worker step's name and the partition's */
    static int number(String stepName) {
        return Integer.parseInt(stepName.substring(stepName.lastIndexOf(PREFIX) + PREFIX.length()));
    }
}
