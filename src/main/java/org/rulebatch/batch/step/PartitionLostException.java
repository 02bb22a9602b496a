package org.rulebatch.batch.step;

/** The manager has taken the partition back, so its worker may write nothing more for it. */
public final class PartitionLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PartitionLostException() {
        super("the partition was given to another worker");
    }
}
