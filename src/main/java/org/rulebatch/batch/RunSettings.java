package org.rulebatch.batch;

/**
 * How a run of {@code generateRules} is executed; a restart may be told otherwise than the first start.
 *
 * @param maxParallelBatches batches at once
 * @param minimumRate the least validation rate of a success, in percent
 */
public record RunSettings(int maxParallelBatches, double minimumRate) {}
