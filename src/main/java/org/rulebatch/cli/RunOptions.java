package org.rulebatch.cli;

import org.rulebatch.batch.RunSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How a run is executed, whether it is started or restarted. */
final class RunOptions {

    @Option(
            names = "--max-parallel-batches",
            paramLabel = "<n>",
            defaultValue = "5",
            description = "Batches at once (default: ${DEFAULT-VALUE}).")
    private int maxParallelBatches;

    @Option(
            names = "--min-validation-rate",
            paramLabel = "<percent>",
            defaultValue = "90",
            description =
                    "Least share of the rules not left to a person that must be validated (default: ${DEFAULT-VALUE}).")
    private double minimumRate;

    @Option(names = "--quiet", description = "Say nothing of the setup and the progress, only how the run ended.")
    private boolean quiet;

    boolean isQuiet() {
        return quiet;
    }

    RunSettings settings(CommandSpec spec) {
        if (maxParallelBatches < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--max-parallel-batches is at least 1, not " + maxParallelBatches + ".");
        }
        if (!(minimumRate >= 0 && minimumRate <= 100)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--min-validation-rate is a percentage from 0 to 100, not " + minimumRate + ".");
        }
        return new RunSettings(maxParallelBatches, minimumRate);
    }
}
