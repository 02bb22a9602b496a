package org.rulebatch.cli.options;

import org.rulebatch.batch.RunSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Who works on the batches of a run. */
public final class WorkersOption {

    private static final String NAME = "--workers";

    private enum Place {
        LOCAL,
        REMOTE
    }

    @Option(
            names = NAME,
            paramLabel = "<local|remote>",
            defaultValue = "local",
            description =
                    "Who works on the batches: this process, or those that the command 'worker' has started, which meet it"
                            + " in a PostgreSQL repository (default: ${DEFAULT-VALUE}).")
    private Place place = Place.LOCAL;

    /** @throws ParameterException if workers cannot reach the repository, or a limit is one of this process */
    public RunSettings in(RunSettings settings, OutputOptions output, ModelOptions model, CommandSpec spec) {
        if (place == Place.LOCAL) {
            return settings;
        }
        if (model.isCapped()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--max-cost and --max-requests count what one process asks: with " + NAME
                            + "=remote give them to the workers.");
        }
        if (!output.repository().isShared()) {
            throw new ParameterException(
                    spec.commandLine(),
                    NAME + "=remote: workers and manager meet in PostgreSQL; name it with"
                            + " --repository.url=jdbc:postgresql://<host>/<database>.");
        }
        return settings.remote();
    }
}
