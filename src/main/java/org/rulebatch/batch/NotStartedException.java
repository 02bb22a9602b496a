package org.rulebatch.batch;

/** A stop was asked for before a run had begun: there is nothing to resume. */
public final class NotStartedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotStartedException() {
        super("Stopped before anything was started.");
    }
}
