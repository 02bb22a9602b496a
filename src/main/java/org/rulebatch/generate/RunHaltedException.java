package org.rulebatch.generate;

/**
 * The run cannot go on now, whatever the rule: its message says why and what to do. What has been done stays; a restart goes on
 * from there.
 */
public final class RunHaltedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RunHaltedException(String message) {
        super(message);
    }
}
