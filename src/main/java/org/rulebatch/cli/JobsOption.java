package org.rulebatch.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the defaults of the jobs stand. */
final class JobsOption {

    static final String NAME = "--jobs-dir";
    static final String DEFAULT = "jobs";

    @Option(
            names = NAME,
            paramLabel = "<folder>",
            defaultValue = DEFAULT,
            description = "Holds <job>.yaml with the job's defaults (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of(DEFAULT);

    Path folder() {
        return folder;
    }
}
