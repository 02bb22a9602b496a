package org.rulebatch.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.SortedSet;
import org.rulebatch.report.FinalReport;
import org.rulebatch.report.RunMetadata;
import org.rulebatch.report.RunStatus;
import org.rulebatch.report.Summary;
import org.rulebatch.store.Manifest;
import org.rulebatch.store.RunFolder;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;

/** Launches a run whose input is frozen, waits for its end, and writes how it ended. */
final class RunLauncher {

    private final RepositoryContext repository;
    private final PipelineFactory pipelines;
    private final Progress progress;
    private final Clock clock;

    RunLauncher(RepositoryContext repository, PipelineFactory pipelines, Progress progress, Clock clock) {
        this.repository = repository;
        this.pipelines = pipelines;
        this.progress = progress;
        this.clock = clock;
    }

    RunResult launch(RunSettings settings, RunFolder folder, Manifest manifest, JobParameters parameters) {
        Run run = run(settings, folder, manifest);
        try (RunContext context = new RunContext(repository, run, settings, pipelines, progress)) {
            JobExecution execution = repository.operator().start(context.job(), parameters);
            return ended(run, execution, context.summarizer());
        } catch (JobExecutionException e) {
            throw new IllegalStateException("the job could not be launched", e);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the summary cannot be written to " + settings.output().summary(), e);
        }
    }

    private Run run(RunSettings settings, RunFolder folder, Manifest manifest) {
        SortedSet<Integer> completed =
                new BatchTable(repository.jdbc(), repository.repository()).completed(folder.runId());
        RunMetadata.Facts facts = new RunMetadata.Facts(
                folder.runId(),
                OffsetDateTime.parse(manifest.started()),
                manifest.batches().size(),
                manifest.services().size(),
                manifest.totalRules());
        RunMetadata metadata = new RunMetadata(settings.output(), facts, completed, clock);
        Summary summary = new Summary(settings.output(), folder, manifest, settings.minimumRate());
        return new Run(settings.output(), folder, manifest, metadata, summary);
    }

    /** The state is written after the repository has it: a run that says it is complete is so. */
    private static RunResult ended(Run run, JobExecution execution, Summarizer summarizer) throws IOException {
        RunStatus status = status(execution.getStatus());
        FinalReport report = status == RunStatus.STOPPED ? null : summarizer.report();
        run.metadata().ended(status, report == null ? null : report.summary());
        return new RunResult(run.folder().runId(), execution.getJobInstanceId(), status, report);
    }

    private static RunStatus status(BatchStatus status) {
        return switch (status) {
            case COMPLETED -> RunStatus.COMPLETE;
            case STOPPED, STOPPING -> RunStatus.STOPPED;
            default -> RunStatus.FAILED;
        };
    }
}
