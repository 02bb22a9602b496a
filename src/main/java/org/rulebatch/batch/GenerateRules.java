package org.rulebatch.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.store.Freezer;
import org.rulebatch.store.InputException;
import org.rulebatch.store.Manifest;
import org.rulebatch.store.OutputId;
import org.rulebatch.store.RunFolder;
import org.springframework.batch.core.job.parameters.JobParameters;

/** Starts runs of the job {@code generateRules}. */
public final class GenerateRules {

    private final RepositoryContext repository;
    private final ServiceNames names;
    private final Clock clock;
    private final RunLauncher launcher;

    public GenerateRules(
            RepositoryContext repository,
            ServiceNames names,
            PipelineFactory pipelines,
            Progress progress,
            Clock clock) {
        this.repository = repository;
        this.names = names;
        this.clock = clock;
        this.launcher = new RunLauncher(repository, pipelines, progress, clock);
    }

    /**
     * Runs the job over its input as it is now.
     *
     * @param fresh even if an earlier run over the same input has not finished
     * @throws InputException if there is nothing to run, or an earlier run has not finished; nothing has been started then
     */
    public RunResult start(RunSettings settings, boolean fresh) {
        OffsetDateTime now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
        RunFolder folder = RunIds.next(settings.output(), now);
        try {
            Manifest manifest = new Freezer(names, now)
                    .freeze(settings.selection(), settings.batchSize(), settings.options(), folder);
            JobParameters parameters = parameters(settings, manifest, folder, fresh);
            return launcher.launch(settings, folder, manifest, parameters);
        } catch (InputException e) {
            delete(folder);
            throw e;
        }
    }

    private JobParameters parameters(RunSettings settings, Manifest manifest, RunFolder folder, boolean fresh) {
        String outputId = OutputId.of(settings.output());
        List<RunRow> same = new RunTable(repository.jdbc(), outputId)
                .all().stream()
                        .filter(row -> row.parameter(Parameters.HASH).equals(manifest.hash()))
                        .toList();
        if (!fresh) {
            same.stream()
                    .filter(row -> !row.isFinished())
                    .reduce((first, last) -> last)
                    .ifPresent(row -> {
                        throw new InputException(unfinished(row));
                    });
        }
        return Parameters.of(manifest.hash(), outputId, same.size() + 1, folder.runId());
    }

    private static String unfinished(RunRow row) {
        return "Run " + row.instanceId() + " (" + row.runId() + ") over the same input has not finished: it is "
                + RunState.of(row) + ". Go on with it by --restart=" + row.instanceId()
                + ", or start over with --fresh.";
    }

    private static void delete(RunFolder folder) {
        try {
            folder.delete();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder.path() + " cannot be removed", e);
        }
    }
}
