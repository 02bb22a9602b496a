package org.rulebatch.batch;

/** The manager has taken the partition back, so its worker may write nothing more for it. */
final class PartitionLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PartitionLostException() {
        super("the partition was given to another worker");
    }
}
