package org.rulebatch.batch.repository;

import java.time.Duration;
import java.time.format.DateTimeFormatter;

/** Another process works on the same output; the message names it. */
public final class AlreadyRunningException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final DateTimeFormatter SINCE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");

    AlreadyRunningException(String message) {
        super(message);
    }

    static AlreadyRunningException by(LeaseTable.Row holder) {
        return by(holder, Duration.ZERO);
    }

    /** @param quiet how long it has said nothing */
    static AlreadyRunningException by(LeaseTable.Row holder, Duration quiet) {
        Owner owner = holder.owner();
        String run = holder.runId().isEmpty() ? "" : ", run " + holder.runId();
        String silence = quiet.compareTo(Lease.EXPIRY) <= 0
                ? ""
                : " It has not been heard of for " + quiet.toSeconds()
                        + " s: if it is suspended, continue it with 'kill -CONT " + owner.pid()
                        + "' or end it with 'kill -KILL " + owner.pid() + "'.";
        return new AlreadyRunningException("Another process works on this output: process " + owner.pid() + " on "
                + owner.host() + ", since " + SINCE.format(holder.since()) + run
                + ". Follow it with 'status --watch', end it with 'stop', or choose another --output-dir." + silence);
    }
}
