package org.rulebatch.cli.options;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulebatch.batch.repository.RepositorySettings;
import org.rulebatch.files.Addresses;
import org.rulebatch.store.OutputFolder;
import picocli.CommandLine.Option;

/** Where a run's output and its job repository are. */
public final class OutputOptions {

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

    public OutputFolder output() {
        return new OutputFolder(outputDir);
    }

    public RepositorySettings repository() {
        return repositoryUrl == null
                ? RepositorySettings.h2In(output())
                : RepositorySettings.at(repositoryUrl, repositoryUser, repositoryPassword);
    }

    /** The folder as it was given; empty for the default one. */
    public Optional<String> folderUnlessDefault() {
        return outputDir.equals(Path.of(DEFAULT)) ? Optional.empty() : Optional.of(outputDir.toString());
    }

    /** The URL of a repository elsewhere, as it may be printed. */
    public Optional<String> repositoryUrl() {
        return repositoryUrl == null ? Optional.empty() : Optional.of(repositoryText());
    }

    public Optional<String> repositoryUser() {
        return Optional.ofNullable(repositoryUser);
    }

    /** The repository as it may be printed: a URL without what may be a secret. */
    public String repositoryText() {
        return repositoryUrl == null ? "H2 file in the output folder" : Addresses.printable(repositoryUrl);
    }
}
