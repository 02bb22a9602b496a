package org.rulebatch.batch;

/** The state of a run in a word that people understand. */
final class RunState {

    private RunState() {}

    static String of(RunRow row) {
        return switch (row.status()) {
            case COMPLETED -> "complete";
            case FAILED -> "failed";
            case STOPPED, STOPPING -> "stopped";
            case ABANDONED -> "abandoned";
            case STARTING, STARTED -> "interrupted";
            case UNKNOWN -> "unknown";
        };
    }
}
