package org.rulebatch.cli.options;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the defaults of the jobs stand. */
public final class JobsOption {

    public static final String NAME = "--jobs-dir";
    public static final String DEFAULT = "jobs";

    @Option(
            names = NAME,
            paramLabel = "<folder>",
            defaultValue = DEFAULT,
            description = "Holds <job>.yaml with the job's defaults (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of(DEFAULT);

    public Path folder() {
        return folder;
    }
}
