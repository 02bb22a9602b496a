package org.rulebatch.cli;

import org.rulebatch.files.Addresses;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rulebatch.batch.repository.RepositorySettings;
import org.rulebatch.store.OutputFolder;
import picocli.CommandLine.Option;

/** Where a run's output and its job repository are. */
final class OutputOptions {

    private static final String DEFAULT = "orchestrator_output";

    @Option(
            names = "--output-dir",
            paramLabel = "<folder>",
            defaultValue = DEFAULT,
            description = "Where runs write (default: ${DEFAULT-VALUE}).")
    private Path outputDir = Path.of(DEFAULT);

    @Option(
            names = "--repository.url",
            paramLabel = "<jdbc url>",
            defaultValue = "${env:RULE_BATCH_REPOSITORY_URL}",
            description = "The job repository: H2 or PostgreSQL (default: RULE_BATCH_REPOSITORY_URL in the environment,"
                    + " or else an H2 file in the output folder).")
    private @Nullable String repositoryUrl;

    @Option(
            names = "--repository.user",
            paramLabel = "<name>",
            defaultValue = "${env:RULE_BATCH_REPOSITORY_USER}",
            description = "User of the job repository (default: RULE_BATCH_REPOSITORY_USER in the environment).")
    private @Nullable String repositoryUser;

    @Option(
            names = "--repository.password",
            paramLabel = "<password>",
            defaultValue = "${env:RULE_BATCH_REPOSITORY_PASSWORD}",
            description = "Its password; better given as RULE_BATCH_REPOSITORY_PASSWORD in the environment.")
    private @Nullable String repositoryPassword;

    OutputFolder output() {
        return new OutputFolder(outputDir);
    }

    RepositorySettings repository() {
        return repositoryUrl == null
                ? RepositorySettings.h2In(output())
                : RepositorySettings.at(repositoryUrl, repositoryUser, repositoryPassword);
    }

    /** The command that goes on with a run of this output, {@code last} or an id. */
    String restartCommand(String run) {
        return command("restart " + run);
    }

    /** A command about the runs of this output, with the options that name it. A password is never part of it. */
    String command(String words) {
        StringBuilder command = new StringBuilder("java -jar batch.jar ").append(words);
        command.append(asArgument());
        if (repositoryUrl != null) {
            command.append(" --repository.url=").append(repositoryText());
        }
        if (repositoryUser != null) {
            command.append(" --repository.user=").append(repositoryUser);
        }
        return command.toString();
    }

    /** The folder as an argument of another command, with a space before it; empty for the default one. */
    String asArgument() {
        return outputDir.equals(Path.of(DEFAULT)) ? "" : " --output-dir=" + outputDir;
    }

    /** The repository as it may be printed: a URL without what may be a secret. */
    String repositoryText() {
        return repositoryUrl == null ? "H2 file in the output folder" : Addresses.printable(repositoryUrl);
    }
}
