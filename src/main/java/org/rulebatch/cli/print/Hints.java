package org.rulebatch.cli.print;

import java.nio.file.Path;
import org.rulebatch.cli.options.JobsOption;
import org.rulebatch.cli.options.OutputOptions;
import org.rulebatch.files.Program;

/**
 * Commands that people can paste: the program as it was started, with every option that the command needs to find the run,
 * quoted for a POSIX shell. A password is never part of one.
 */
public record Hints(OutputOptions output, Path jobsDir) {

    /** Resumes a run, {@code last} or an id. */
    public String restart(String run) {
        return repository("restart " + run);
    }

    public String status(long run) {
        return repository("status " + run);
    }

    public String stop() {
        return repository("stop");
    }

    public String testRules() {
        return repository("--job=testRules");
    }

    public String review() {
        return Program.command() + " review" + folders();
    }

    private String repository(String words) {
        StringBuilder command =
                new StringBuilder(Program.command()).append(' ').append(words).append(folders());
        output.repositoryUrl().ifPresent(url -> command.append(Program.option("--repository.url", url)));
        output.repositoryUser().ifPresent(user -> command.append(Program.option("--repository.user", user)));
        return command.toString();
    }

    private String folders() {
        return output.folderUnlessDefault()
                        .map(folder -> Program.option("--output-dir", folder))
                        .orElse("")
                + (jobsDir.equals(Path.of(JobsOption.DEFAULT)) ? "" : Program.option(JobsOption.NAME, jobsDir));
    }
}
