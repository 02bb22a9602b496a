package org.rulebatch.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulebatch.store.InputException;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The defaults of a job or command: those of its own file, and, for what all commands about a run must agree on, those of the job
 * {@code generateRules}. So {@code runs} looks where the job has written.
 */
final class JobDefaults implements IDefaultValueProvider {

    private static final Set<String> SHARED =
            Set.of("--output-dir", "--repository.url", "--repository.user", "--repository.password");

    private final CommandSpec job;
    private final Optional<JobFile> own;
    private final Optional<JobFile> shared;

    private JobDefaults(CommandSpec job, Optional<JobFile> own, Optional<JobFile> shared) {
        this.job = job;
        this.own = own;
        this.shared = shared;
    }

    /**
     * Reads the files, as far as there are any.
     *
     * @throws InputException if one cannot be used
     */
    static JobDefaults of(Path folder, CommandSpec job, CommandSpec main) {
        Optional<JobFile> own = JobFile.read(file(folder, job), job);
        boolean sharing = job != main && job.options().stream().anyMatch(option -> isShared(job, option));
        return new JobDefaults(job, own, sharing ? JobFile.read(file(folder, main), main) : Optional.empty());
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        String value = own.map(file -> file.defaultValue(argument)).orElse(null);
        return value == null && argument instanceof OptionSpec option && isShared(job, option)
                ? shared.map(file -> file.defaultValue(argument)).orElse(null)
                : value;
    }

    /** A restart is the job itself, so all of its options are the job's; a worker asks the model as the job does. */
    private static boolean isShared(CommandSpec job, OptionSpec option) {
        return SHARED.contains(option.longestName())
                || job.name().equals(RestartCommand.NAME)
                || job.name().equals(WorkerCommand.NAME) && option.longestName().startsWith("--llm.");
    }

    private static Path file(Path folder, CommandSpec job) {
        return folder.resolve(job.name() + ".yaml");
    }
}
