package org.rulebatch.batch.repository;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Asks the run of this process to end. Services in hand have a moment to be finished; after that they are dropped, and a
 * restart takes them up again. Safe for many threads.
 */
public final class StopSignal {

    /** Why a run is to end. */
    public enum Cause {
        /** Somebody wants it. */
        ASKED,
        /** The job repository cannot be reached any more. */
        REPOSITORY_GONE,
        /** Another process works on the output: this one may write nothing more. */
        TAKEN_OVER
    }

    /** How long services in hand may still take. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private volatile long requestedAt;
    private volatile @Nullable String reason;
    private volatile Cause cause = Cause.ASKED;
    private volatile String halted = "";
    private volatile Runnable whenRequested = () -> {};
    private volatile Runnable lastResort = () -> {};

    /** Asks for the end; the first reason is kept. */
    public void request(String why) {
        request(why, Cause.ASKED);
    }

    public synchronized void request(String why, Cause kind) {
        if (reason == null) {
            cause = kind;
            requestedAt = System.nanoTime();
            reason = why;
            whenRequested.run();
        }
    }

    /**
     * Ends the run because it cannot go on, as failed and not as stopped; the first reason is kept. Services in hand end by
     * themselves.
     */
    public synchronized void halt(String why) {
        if (reason == null) {
            halted = why;
            reason = why;
        }
    }

    /** Why the run could not go on; empty if nothing of the kind happened. */
    public String halted() {
        return halted;
    }

    /** What is done, once, as soon as the end is asked for. */
    public void whenRequested(Runnable action) {
        whenRequested = action;
    }

    /** Writes down that the run was stopped, for a process that cannot wait any longer for it to end. */
    public void giveUp() {
        if (cause != Cause.TAKEN_OVER) {
            lastResort.run();
        }
    }

    public void lastResort(Runnable action) {
        lastResort = action;
    }

    /** What kind of end is asked for. */
    public Cause cause() {
        return cause;
    }

    public boolean isRequested() {
        return reason != null;
    }

    /** Why the end was asked for, for people; empty if it was not. */
    public String reason() {
        String why = reason;
        return why == null ? "" : why;
    }

    /** Whether services in hand are to be dropped now. */
    public boolean isUrgent() {
        return isRequested() && halted.isEmpty() && System.nanoTime() - requestedAt > GRACE.toNanos();
    }
}
