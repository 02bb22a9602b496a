package org.rulebatch.generate.llm.pace;

import org.jspecify.annotations.Nullable;
import org.rulebatch.generate.RunHaltedException;

/** Ends all asking in this process, once and for good; the first reason is kept. Thread-safe. */
public final class CallGate {

    private volatile @Nullable String reason;

    public synchronized RunHaltedException close(String why) {
        if (reason == null) {
            reason = why;
        }
        return new RunHaltedException(String.valueOf(reason));
    }

    /** @throws RunHaltedException if all asking has ended */
    void check() {
        String why = reason;
        if (why != null) {
            throw new RunHaltedException(why);
        }
    }

    /**
     * Sleeps, a little at a time so that an end is noticed.
     *
     * @throws RunHaltedException if all asking has ended
     */
    void sleep(long nanos) {
        check();
        try {
            Thread.sleep(Math.max(1, Math.min(nanos / 1_000_000, 50)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunHaltedException("interrupted");
        }
    }
}
