package org.rulebatch.batch.repository;

import java.util.List;
import java.util.Optional;
import org.rulebatch.store.InputException;

/** Names a run: by a job instance's id, or the one that was started last. */
public final class RunReference {

    private static final String LAST = "last";

    private final String text;

    private RunReference(String text) {
        this.text = text;
    }

    public static RunReference last() {
        return new RunReference(LAST);
    }

    public static RunReference of(RunRow row) {
        return new RunReference(String.valueOf(row.instanceId()));
    }

    /**
     * Parses {@code last} or a job instance's id.
     *
     * @throws InputException if it is neither
     */
    public static RunReference parse(String text) {
        if (!text.equals(LAST) && !text.matches("\\d{1,18}")) {
            throw new InputException("A run is named by its id or by 'last', not by '" + text
                    + "'; see the ids with the command 'runs'.");
        }
        return new RunReference(text);
    }

    /** The newest instance of the run: earlier ones of the same run have been replaced by it. */
    public RunRow find(RunTable table) {
        List<RunRow> all = table.all();
        RunRow named = named(all);
        RunRow newest = named;
        for (RunRow row : all) {
            newest = row.runId().equals(named.runId()) ? row : newest;
        }
        return newest;
    }

    /** The instance itself. */
    public RunRow named(List<RunRow> all) {
        Optional<RunRow> found = text.equals(LAST)
                ? all.stream().reduce((first, second) -> second)
                : all.stream()
                        .filter(row -> row.instanceId() == Long.parseLong(text))
                        .findFirst();
        return found.orElseThrow(() -> new InputException(
                all.isEmpty()
                        ? "There is no run in this output folder yet; start one with --job=generateRules."
                        : "There is no run " + text + " in this output folder; see the ids with the command 'runs'."));
    }
}
