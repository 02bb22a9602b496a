package org.rulebatch.batch.step;

/** The manager has taken the partition back, with its files. */
public final class PartitionLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PartitionLostException() {
        super("the partition was given to another worker");
    }
}
