package org.rulebatch.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.files.Json;
import org.rulebatch.generate.llm.cost.ModelUsage;
import org.rulebatch.report.entry.RunState;
import org.rulebatch.report.entry.SummaryEntry;
import org.rulebatch.report.entry.UsageEntry;
import org.rulebatch.store.OutputFolder;

/**
 * {@code run_metadata.json}. The one owner of that file: it receives every change of the run's state, which is in the file
 * when the call returns. Safe for many threads.
 */
public final class RunMetadata {

    /**
     * What does not change while a run goes on.
     *
     * @param runId {@code yyyyMMdd_HHmmss} of the first start
     * @param startTime of the first start
     */
    public record Facts(String runId, OffsetDateTime startTime, int totalBatches, int totalServices, int totalRules) {}

    private final OutputFolder output;
    private final Facts facts;
    private final Clock clock;
    private final SortedSet<Integer> completed = new TreeSet<>();
    private final SortedSet<Integer> failed = new TreeSet<>();
    private final Supplier<Optional<ModelUsage>> usage;
    private RunStatus status = RunStatus.INITIALIZING;
    private long jobInstanceId;
    private long jobExecutionId;
    private int currentBatch;
    private @Nullable OffsetDateTime endTime;
    private @Nullable SummaryEntry summary;

    /**
     * @param completed numbers of the batches that have ended successfully in earlier attempts
     * @param usage what the run has used of a model
     */
    public RunMetadata(
            OutputFolder output,
            Facts facts,
            SortedSet<Integer> completed,
            Clock clock,
            Supplier<Optional<ModelUsage>> usage) {
        this.usage = usage;
        this.output = output;
        this.facts = facts;
        this.clock = clock;
        this.completed.addAll(completed);
        this.currentBatch = completed.isEmpty() ? 0 : completed.last();
    }

    /** @param jobInstanceId what a restart takes */
    public synchronized void launched(long jobInstanceId, long jobExecutionId) {
        this.jobInstanceId = jobInstanceId;
        this.jobExecutionId = jobExecutionId;
        try {
            Files.createDirectories(output.path());
        } catch (IOException e) {
            throw new UncheckedIOException("the output folder " + output.path() + " cannot be made", e);
        }
        write();
    }

    public synchronized void status(RunStatus newStatus) {
        status = newStatus;
        write();
    }

    public synchronized void batchStarted(int number) {
        currentBatch = number;
        completed.remove(number);
        failed.remove(number);
        write();
    }

    public synchronized void batchCompleted(int number) {
        completed.add(number);
        write();
    }

    /** Whether the batch has ended successfully, in this attempt or an earlier one. */
    public synchronized boolean isCompleted(int number) {
        return completed.contains(number);
    }

    public synchronized void batchFailed(int number) {
        failed.add(number);
        write();
    }

    /** Writes the file again, so that {@code last_updated} says that the run is alive. */
    public synchronized void touch() {
        if (!status.isEnd()) {
            write();
        }
    }

    /** @param reportSummary the report's summary; null where the run stopped before there was one */
    public synchronized void ended(RunStatus end, @Nullable SummaryEntry reportSummary) {
        status = end;
        summary = reportSummary;
        endTime = now();
        write();
    }

    private void write() {
        try {
            AtomicFile.write(output.runMetadata(), Json.document(state()));
        } catch (IOException e) {
            throw new UncheckedIOException("the state of the run cannot be written to " + output.runMetadata(), e);
        }
    }

    private RunState state() {
        return new RunState(
                facts.runId(),
                status.word(),
                currentBatch,
                currentBatch == 0 ? "" : output.batch(currentBatch).toString(),
                completed.size(),
                failed.size(),
                completed.size() + "/" + facts.totalBatches(),
                facts.totalBatches(),
                facts.totalServices(),
                facts.totalRules(),
                facts.startTime().toString(),
                now().toString(),
                endTime == null ? null : endTime.toString(),
                jobInstanceId,
                jobExecutionId,
                usage.get().map(UsageEntry::of).orElse(null),
                summary);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
    }
}
