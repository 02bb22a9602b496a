package org.rulebatch.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulebatch.batch.repository.BatchTable;
import org.rulebatch.batch.step.Run;
import org.rulebatch.engine.testing.ErrorAnalysisFile;
import org.rulebatch.report.BatchOutcome;
import org.rulebatch.report.FinalReport;
import org.rulebatch.report.entry.TestResults;

/** Writes the summary from the records of all attempts and from what the repository knows of the batches. */
final class Summarizer {

    private static final BatchOutcome NOT_STARTED = new BatchOutcome("", null, 0, "not started");

    private final Run run;
    private final BatchTable table;
    private @Nullable FinalReport written;

    Summarizer(Run run, BatchTable table) {
        this.run = run;
        this.table = table;
    }

    /** @throws IOException also if the run's folder was taken away: the summary would be one of nothing */
    FinalReport summarize() throws IOException {
        Path folder = run.folder().path();
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        Map<Integer, BatchOutcome> outcomes = table.outcomes(run.folder().runId());
        Optional<TestResults> tests = ErrorAnalysisFile.write(run.output());
        FinalReport report = run.summary().write(number -> outcomes.getOrDefault(number, NOT_STARTED), tests);
        written = report;
        return report;
    }

    /** Whether all batches of the run have been brought to an end, good or bad: a summary of others would call their rules failed. */
    boolean isAboutAll() {
        Map<Integer, BatchOutcome> outcomes = table.outcomes(run.folder().runId());
        return run.manifest().batches().stream()
                .map(batch -> outcomes.getOrDefault(batch.number(), NOT_STARTED))
                .allMatch(BatchOutcome::hasEnded);
    }

    /** The report, written now where the job did not reach it. */
    FinalReport report() throws IOException {
        FinalReport known = written;
        return known == null ? summarize() : known;
    }
}
