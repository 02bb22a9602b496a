package org.rulebatch.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.rulebatch.batch.remote.PipelineFactory;
import org.rulebatch.batch.repository.Parameters;
import org.rulebatch.batch.repository.Part;
import org.rulebatch.batch.repository.Recovery;
import org.rulebatch.batch.repository.RunReference;
import org.rulebatch.batch.repository.RunRow;
import org.rulebatch.batch.repository.RunState;
import org.rulebatch.batch.step.Progress;
import org.rulebatch.batch.step.WorkPlan;
import org.rulebatch.batch.step.Workplace;
import org.rulebatch.engine.testing.RuleTester;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.report.OutputOwner;
import org.rulebatch.store.Freezer;
import org.rulebatch.store.InputException;
import org.rulebatch.store.Manifest;
import org.rulebatch.store.RunFolder;
import org.springframework.batch.core.BatchStatus;

/** Starts runs of the job {@code generateRules}, and resumes those that have not finished. */
public final class GenerateRules {

    private static final Part WHOLE = new Part(new TreeSet<>(), new TreeSet<>());

    private final Workplace place;
    private final ServiceNames names;
    private final Clock clock;
    private final Progress progress;
    private final RunLauncher launcher;

    public GenerateRules(
            Workplace place, ServiceNames names, PipelineFactory pipelines, Progress progress, Clock clock) {
        this.place = place;
        this.names = names;
        this.clock = clock;
        this.progress = progress;
        this.launcher = new RunLauncher(place, pipelines, progress, clock);
    }

    /**
     * Runs the job over its input as it is now.
     *
     * @throws InputException if there is nothing to run, or an earlier run over the same input has not finished and that is to be
     *     refused; nothing has been started then
     */
    public RunResult start(RunInput input, RunSettings settings, IfUnfinished ifUnfinished) {
        OffsetDateTime now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
        List<RunRow> known = place.runs().all();
        RunFolders.removeOrphans(place.output(), known);
        RunFolder folder = RunFolders.next(place.output(), now);
        Optional<RunRow> unfinished;
        Manifest manifest;
        try {
            manifest = new Freezer(names, now, this::reads)
                    .freeze(input.selection(), input.batchSize(), input::allOptions, folder);
            unfinished = ifUnfinished == IfUnfinished.START_OVER ? Optional.empty() : unfinished(known, manifest);
            if (ifUnfinished == IfUnfinished.REFUSE) {
                refuse(unfinished, manifest);
            }
        } catch (InputException | NotStartedException | UncheckedIOException e) {
            RunFolders.delete(folder);
            throw e;
        }
        if (unfinished.isPresent()) {
            RunFolders.delete(folder);
            return restart(RunReference.of(unfinished.get()), settings);
        }
        sayWhatIsReplaced(manifest);
        return launcher.launch(
                settings,
                folder,
                manifest,
                WorkPlan.whole(manifest),
                Parameters.of(manifest.hash(), place.outputId(), next(known, manifest), WHOLE, folder.runId()));
    }

    /**
     * Resumes a run: what has not completed is run, from the first service that was not committed. A run that is complete
     * stays as it is.
     *
     * @throws InputException if the run is unknown, abandoned or no longer there
     */
    public RunResult restart(RunReference reference, RunSettings settings) {
        return restart(reference, Map.of(), settings);
    }

    /**
     * The same where the options of the start are given again.
     *
     * @param given by option name, as a manifest keeps it
     * @throws InputException also if the run was started with another value
     */
    public RunResult restart(RunReference reference, Map<String, String> given, RunSettings settings) {
        RunRow row = found(reference);
        RunFolder folder = place.output().run(row.runId());
        Manifest manifest = manifest(folder);
        requireSame(row, manifest, given);
        if (!row.isFinished()) {
            new Recovery(place.repository()).recover(row.executionId());
            return goOn(row, folder, manifest, settings);
        }
        SortedSet<Integer> missing = missing(row, manifest);
        return missing.isEmpty()
                ? launcher.complete(settings, folder, manifest, row)
                : again(folder, manifest, Part.ofBatches(missing), settings);
    }

    /**
     * Generates parts of a run again, replaces their results and writes the summary again.
     *
     * @throws InputException if the run or a part of it is unknown
     */
    public RunResult rerun(RunReference reference, Part part, RunSettings settings) {
        return rerun(reference, part, Map.of(), settings);
    }

    /**
     * The same where the options of the start are given again.
     *
     * @param given by option name, as a manifest keeps it
     * @throws InputException also if the run was started with another value
     */
    public RunResult rerun(RunReference reference, Part part, Map<String, String> given, RunSettings settings) {
        RunRow row = found(reference);
        RunFolder folder = place.output().run(row.runId());
        Manifest manifest = manifest(folder);
        requireSame(row, manifest, given);
        if (!row.isFinished()) {
            new Recovery(place.repository()).recover(row.executionId());
        }
        return again(folder, manifest, WholeBatches.of(part, manifest, folder), settings);
    }

    /** A part that an earlier version left with batches of which services are missing can only be resumed as another part. */
    private RunResult goOn(RunRow row, RunFolder folder, Manifest manifest, RunSettings settings) {
        if (row.part().isEmpty()) {
            return launcher.launch(settings, folder, manifest, WorkPlan.whole(manifest), Parameters.of(row));
        }
        Part part = WholeBatches.of(row.part(), manifest, folder);
        return part.equals(row.part())
                ? launcher.launch(settings, folder, manifest, WorkPlan.of(manifest, part), Parameters.of(row))
                : again(folder, manifest, part, settings);
    }

    private static void requireSame(RunRow row, Manifest manifest, Map<String, String> given) {
        given.forEach((option, value) -> {
            String started = manifest.startedWith(option).orElse("");
            if (!started.equals(value)) {
                throw new InputException("--" + option + ": run " + row.instanceId() + " was started "
                        + (started.isEmpty() ? "without it" : "with " + started)
                        + ", and keeps that; " + value + " is something else. Omit the option, or start a new run with"
                        + " --fresh.");
            }
        });
    }

    /** Whether the end has been asked for. */
    public boolean isToStop() {
        return place.stop().isRequested();
    }

    /** @throws NotStartedException if the end has been asked for */
    public void requireNotStopped() {
        if (isToStop()) {
            throw new NotStartedException();
        }
    }

    private void reads(int services) {
        requireNotStopped();
        progress.reads(services);
    }

    /** The output folder shows one run: whoever wants to keep another must know before it is replaced. */
    private void sayWhatIsReplaced(Manifest manifest) {
        try {
            Optional<String> shown = OutputOwner.shown(place.output());
            if (shown.isPresent()
                    && Files.exists(place.output().runMetadata())
                    && !hash(place.output().run(shown.get())).equals(manifest.hash())) {
                progress.says("  replaces    the batches and the summary of run " + shown.get()
                        + ", which had other rules or options; another --output-dir keeps them");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the run's files in " + place.output().path() + " cannot be read", e);
        }
    }

    /** A run whose manifest is gone or damaged had other rules, as far as one can tell. */
    private static String hash(RunFolder run) {
        try {
            return Freezer.read(run).hash();
        } catch (IOException e) {
            return "";
        }
    }

    private SortedSet<Integer> missing(RunRow row, Manifest manifest) {
        SortedSet<Integer> missing = new TreeSet<>(WorkPlan.whole(manifest).batches());
        missing.removeAll(place.batches().completed(row.runId()));
        return missing;
    }

    /**
     * Tests the rules of the run that the output folder shows.
     *
     * @throws InputException if there is no such run, or it has no rules yet
     */
    public TestedRun test(RunSettings settings, RuleTester tester) {
        try {
            RunRow row = shown();
            RunFolder folder = place.output().run(row.runId());
            if (place.batches().completed(row.runId()).isEmpty()) {
                throw new InputException("No batch of run " + row.instanceId() + " (" + row.runId()
                        + ") has ended well, so there is nothing to test. Resume it by the command 'restart "
                        + row.instanceId() + "'.");
            }
            return launcher.test(settings, folder, manifest(folder), row, tester);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the run's files in " + place.output().path() + " cannot be worked on", e);
        }
    }

    private RunRow shown() throws IOException {
        String runId = OutputOwner.shown(place.output())
                .orElseThrow(() -> new InputException("There is no run in the output folder "
                        + place.output().path() + " yet; start one with --job=generateRules."));
        return place.runs().all().stream()
                .filter(row -> row.runId().equals(runId))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new InputException("The job repository does not know run " + runId
                        + ", which the output folder shows; name the repository of that run with --repository.url."));
    }

    private RunRow found(RunReference reference) {
        RunRow row = reference.find(place.runs());
        if (row.status() == BatchStatus.ABANDONED) {
            throw new InputException("Run " + row.instanceId()
                    + " was abandoned and cannot be resumed; start a new one with --job=generateRules.");
        }
        return row;
    }

    private RunResult again(RunFolder folder, Manifest manifest, Part part, RunSettings settings) {
        WorkPlan plan = WorkPlan.of(manifest, part);
        long number = next(place.runs().all(), manifest);
        return launcher.launch(
                settings,
                folder,
                manifest,
                plan,
                Parameters.of(manifest.hash(), place.outputId(), number, part, folder.runId()));
    }

    private static Manifest manifest(RunFolder folder) {
        try {
            return Freezer.read(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the run's manifest " + folder.manifest() + " cannot be read", e);
        }
    }

    private static long next(List<RunRow> known, Manifest manifest) {
        return 1
                + known.stream()
                        .filter(row -> row.parameter(Parameters.HASH).equals(manifest.hash()))
                        .mapToLong(row -> Long.parseLong(row.parameter(Parameters.NUMBER)))
                        .max()
                        .orElse(0);
    }

    /** The newest run over the same input, if it has not come to its end. */
    private Optional<RunRow> unfinished(List<RunRow> known, Manifest manifest) {
        return known.stream()
                .filter(row -> row.parameter(Parameters.HASH).equals(manifest.hash()))
                .reduce((first, second) -> second)
                .filter(row -> !row.isFinished()
                        || row.status() == BatchStatus.COMPLETED
                                && !missing(row, manifest).isEmpty());
    }

    private void refuse(Optional<RunRow> unfinished, Manifest manifest) {
        if (unfinished.isEmpty()) {
            return;
        }
        RunRow row = unfinished.get();
        String state = row.isFinished()
                ? "batches "
                        + missing(row, manifest).stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + " are left"
                : "it is " + RunState.of(row);
        throw new InputException("Run " + row.instanceId() + " (" + row.runId()
                + ") over the same input has not finished: " + state
                + ". Resume it by the command 'restart " + row.instanceId()
                + "' or by --resume, or start over with --fresh.");
    }
}
