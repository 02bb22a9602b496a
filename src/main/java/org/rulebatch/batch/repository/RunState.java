package org.rulebatch.batch.repository;

import java.util.List;

/** The state of a run in a word that people understand. */
public final class RunState {

    public static final String RUNNING = "running";
    public static final String FAILED = "failed";
    public static final String STOPPED = "stopped";

    private RunState() {}

    /** The state of a run that no process works on. */
    public static String of(RunRow row, List<RunRow> all) {
        return row.isReplaced(all) && !row.isFinished() ? "replaced" : of(row);
    }

    public static String of(RunRow row) {
        return switch (row.status()) {
            case COMPLETED -> "complete";
            case FAILED -> FAILED;
            case STOPPED, STOPPING -> STOPPED;
            case ABANDONED -> "abandoned";
            case STARTING, STARTED -> "interrupted";
            case UNKNOWN -> "unknown";
        };
    }
}
