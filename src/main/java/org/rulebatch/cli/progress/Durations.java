package org.rulebatch.cli.progress;

import java.time.Duration;

/** Durations as people say them. */
public final class Durations {

    private Durations() {}

    /** {@code 42 s}, {@code 3 min 5 s}, {@code 1 h 10 min}; at least a second. */
    public static String text(Duration duration) {
        long seconds = Math.max(1, Math.round(duration.toMillis() / 1000.0));
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }
}
