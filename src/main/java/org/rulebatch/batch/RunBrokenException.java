package org.rulebatch.batch;

/**
 * A run has ended before its time because its disk or its job repository cannot be used any more. What had been committed is kept,
 * and a restart resumes it.
 */
public final class RunBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RunBrokenException(String reason, Throwable cause) {
        super("The run has broken off: " + reason + ".", cause);
    }
}
