package org.rulebatch.generate.llm.pace;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * For how long a server has turned calls away for speed without answering one. A run waits for ten minutes, however the server
 * splits them, and then ends, so that no schedule hangs. Thread-safe.
 */
final class Refusals {

    /** The longest that a run waits for one answer. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private final LongSupplier nanoTime;
    private @Nullable Long since;

    Refusals(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized void answered() {
        since = null;
    }

    /**
     * Notes that a call was turned away.
     *
     * @param wait that the server asks for, or zero
     * @return why the run is to end instead; null if it is to wait
     */
    synchronized @Nullable String refused(Duration wait) {
        long now = nanoTime.getAsLong();
        if (since == null) {
            since = now;
        }
        Duration already = Duration.ofNanos(now - since);
        if (already.plus(wait).compareTo(LONGEST) <= 0) {
            return null;
        }
        String asks = wait.isZero()
                ? "The model's server turns calls away for their number (429)"
                : "The model's server asks to wait until " + clock(wait);
        return asks + ", and a run waits " + LONGEST.toMinutes()
                + " minutes for one answer. A restart after that asks for what is missing";
    }

    /** The time of day after a wait, with the date where that is another one. */
    static String clock(Duration wait) {
        ZonedDateTime now = ZonedDateTime.now(ZoneId.systemDefault());
        ZonedDateTime end = now.plus(wait);
        LocalDate today = now.toLocalDate();
        String pattern = end.toLocalDate().equals(today) ? "HH:mm:ss" : "d MMM uuuu HH:mm";
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(end);
    }
}
