package org.rulebatch.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulebatch.batch.remote.PipelineFactory;
import org.rulebatch.batch.replies.ReplyTable;
import org.rulebatch.batch.replies.RunReplies;
import org.rulebatch.batch.repository.Parameters;
import org.rulebatch.batch.repository.RepositoryException;
import org.rulebatch.batch.repository.RunRow;
import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.batch.step.Failures;
import org.rulebatch.batch.step.Progress;
import org.rulebatch.batch.step.Run;
import org.rulebatch.batch.step.WorkPlan;
import org.rulebatch.batch.step.Workplace;
import org.rulebatch.engine.testing.RuleTester;
import org.rulebatch.files.IoReason;
import org.rulebatch.generate.llm.cost.ModelUsage;
import org.rulebatch.pipeline.ServicePipeline;
import org.rulebatch.report.FinalReport;
import org.rulebatch.report.RunMetadata;
import org.rulebatch.report.RunStatus;
import org.rulebatch.report.Summary;
import org.rulebatch.store.Manifest;
import org.rulebatch.store.OutputFolder;
import org.rulebatch.store.RunFolder;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;

/** Launches an instance whose input is frozen, waits for its end, and writes how it ended. */
final class RunLauncher {

    private final Workplace place;
    private final PipelineFactory pipelines;
    private final Progress progress;
    private final Clock clock;

    RunLauncher(Workplace place, PipelineFactory pipelines, Progress progress, Clock clock) {
        this.place = place;
        this.pipelines = pipelines;
        this.progress = progress;
        this.clock = clock;
    }

    RunResult launch(
            RunSettings settings, RunFolder folder, Manifest manifest, WorkPlan plan, JobParameters parameters) {
        long number = Objects.requireNonNullElse(parameters.getLong(Parameters.NUMBER), 0L);
        ReplyTable.Attempt attempt = new ReplyTable.Attempt(place.outputId(), folder.runId(), number);
        try (RunReplies replies = new RunReplies(place.repository().jdbc(), attempt);
                ServicePipeline pipeline = pipelines.create(manifest.options(), replies, place.quota())) {
            Supplier<Optional<ModelUsage>> usage =
                    settings.isRemote() ? pipeline::modelUsageOfAll : pipeline::modelUsage;
            return launch(settings, run(settings, folder, manifest, plan, usage), pipeline, parameters, usage);
        }
    }

    private RunResult launch(
            RunSettings settings,
            Run run,
            ServicePipeline pipeline,
            JobParameters parameters,
            Supplier<Optional<ModelUsage>> usage) {
        RunFolder folder = run.folder();
        place.lease().worksOn(folder.runId(), run.metadata()::touch);
        announce(run, usage);
        place.stop()
                .lastResort(() -> run.metadata().ended(abandonedAs(place.stop().cause()), null));
        try (RunContext context = new RunContext(place, run, settings, pipeline, progress)) {
            JobExecution execution = place.repository().operator().start(context.job(), parameters);
            String halted = place.stop().halted();
            SortedSet<Integer> left = left(run);
            RunStatus status = status(execution.getStatus(), !halted.isEmpty());
            if (status == RunStatus.COMPLETE && !left.isEmpty()) {
                status = context.summarizer().isAboutAll() ? RunStatus.FAILED : RunStatus.STOPPED;
            }
            FinalReport report = ended(run, status, context.summarizer());
            return new RunResult(
                    folder.runId(),
                    execution.getJobInstanceId(),
                    status,
                    report,
                    halted.isEmpty() ? Failures.outsideBatches(execution) : halted,
                    left,
                    run.manifest().options());
        } catch (JobExecutionException e) {
            throw new IllegalStateException("the job could not be launched", e);
        } catch (RuntimeException e) {
            throw broken(run, e);
        }
    }

    /** What cannot be written down in the repository can still be said in the run's own file, where that can be written. */
    private static RuntimeException broken(Run run, RuntimeException failure) {
        try {
            run.metadata().ended(RunStatus.FAILED, null);
        } catch (UncheckedIOException e) {
            failure.addSuppressed(e);
        }
        return RepositoryException.in(failure)
                .map(RuntimeException::getMessage)
                .or(() -> IoReason.of(failure))
                .<RuntimeException>map(reason -> new RunBrokenException(reason, failure))
                .orElse(failure);
    }

    private void announce(Run run, Supplier<Optional<ModelUsage>> usage) {
        Set<String> services = run.plan().services().entrySet().stream()
                .filter(batch -> run.isOpen(batch.getKey()))
                .flatMap(batch -> batch.getValue().stream())
                .collect(Collectors.toSet());
        int rules = run.manifest().services().stream()
                .filter(service -> services.contains(service.name()))
                .mapToInt(Manifest.ServiceEntry::rules)
                .sum();
        progress.begins(run.manifest().batches().size(), services.size(), rules, usage);
    }

    /** Writes the end of a run that has completed before, for a process that was killed before it could. */
    RunResult complete(RunSettings settings, RunFolder folder, Manifest manifest, RunRow row) {
        Run run = run(settings, folder, manifest, WorkPlan.whole(manifest), Optional::empty);
        run.metadata().launched(row.instanceId(), row.executionId());
        FinalReport report = ended(run, RunStatus.COMPLETE, new Summarizer(run, place.batches()));
        return new RunResult(
                folder.runId(), row.instanceId(), RunStatus.COMPLETE, report, "", new TreeSet<>(), manifest.options());
    }

    /** The batches that have not completed where a part of the run was generated; none where it was about the whole run. */
    private SortedSet<Integer> left(Run run) {
        SortedSet<Integer> left = new TreeSet<>(WorkPlan.whole(run.manifest()).batches());
        if (run.plan().batches().containsAll(left)) {
            return new TreeSet<>();
        }
        left.removeAll(place.batches().completed(run.folder().runId()));
        return left;
    }

    /**
     * Tests the rules of the batches that have ended well, and writes the summary again; the run ends as it has ended before.
     */
    TestedRun test(RunSettings settings, RunFolder folder, Manifest manifest, RunRow row, RuleTester tester)
            throws IOException {
        Run run = run(settings, folder, manifest, WorkPlan.whole(manifest), Optional::empty);
        Summarizer summarizer = new Summarizer(run, place.batches());
        RunStatus status = status(row.status(), false);
        run.metadata().launched(row.instanceId(), row.executionId());
        FinalReport before = summarizer.summarize();
        place.lease().worksOn(folder.runId(), run.metadata()::touch);
        place.stop().lastResort(() -> run.metadata().ended(status, before.summary()));
        run.metadata().status(RunStatus.TESTING);
        RuleTests tests = new RuleTests(run, tester, place.stop(), progress);
        Iterator<Integer> open = place.batches().completed(folder.runId()).iterator();
        try {
            while (open.hasNext() && !tests.isStopped()) {
                tests.test(open.next());
            }
            run.metadata().status(RunStatus.SUMMARIZING);
        } finally {
            run.metadata().ended(status, summarizer.summarize().summary());
        }
        return new TestedRun(tests.results(), !open.hasNext());
    }

    private Run run(
            RunSettings settings,
            RunFolder folder,
            Manifest manifest,
            WorkPlan plan,
            Supplier<Optional<ModelUsage>> usage) {
        OutputFolder output = place.output();
        SortedSet<Integer> completed = place.batches().completed(folder.runId());
        RunMetadata.Facts facts = new RunMetadata.Facts(
                folder.runId(),
                OffsetDateTime.parse(manifest.started()),
                manifest.batches().size(),
                manifest.services().size(),
                manifest.totalRules());
        RunMetadata metadata = new RunMetadata(output, facts, completed, clock, usage);
        Summary summary = new Summary(output, folder, manifest, settings.minimumRate(), usage);
        return new Run(output, folder, manifest, plan, metadata, summary);
    }

    /** The state is written after the repository has it: a run that says it is complete is so. */
    private static @Nullable FinalReport ended(Run run, RunStatus status, Summarizer summarizer) {
        if (status == RunStatus.STOPPED) {
            run.metadata().ended(status, null);
            return null;
        }
        try {
            FinalReport report = summarizer.report();
            run.metadata().ended(status, report.summary());
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the summary cannot be written to " + run.output().summary(), e);
        }
    }

    private static RunStatus abandonedAs(StopSignal.Cause cause) {
        return cause == StopSignal.Cause.ASKED ? RunStatus.STOPPED : RunStatus.FAILED;
    }

    /** @param halted whether the run was ended because it could not go on */
    private static RunStatus status(BatchStatus status, boolean halted) {
        return switch (status) {
            case COMPLETED -> RunStatus.COMPLETE;
            case STOPPED, STOPPING -> halted ? RunStatus.FAILED : RunStatus.STOPPED;
            default -> RunStatus.FAILED;
        };
    }
}
