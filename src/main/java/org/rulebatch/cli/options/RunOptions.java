package org.rulebatch.cli.options;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rulebatch.batch.RunResult;
import org.rulebatch.batch.RunSettings;
import org.rulebatch.files.Addresses;
import org.rulebatch.report.FinalReport;
import org.rulebatch.report.metrics.RunMetrics;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How a run is executed, whether it is started or restarted. */
public final class RunOptions {

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

    @Option(
            names = "--metrics.file",
            paramLabel = "<file>",
            description =
                    "Write the run's numbers there when it has ended, as Prometheus' textfile collector reads them.")
    private @Nullable Path metricsFile;

    @Option(
            names = "--metrics.push-gateway",
            paramLabel = "<url>",
            description = "Send the run's numbers to a Prometheus push gateway when it has ended.")
    private @Nullable URI pushGateway;

    @Mixin
    private TelemetryOptions telemetry = new TelemetryOptions();

    public boolean isQuiet() {
        return quiet;
    }

    /**
     * Runs, and tells the numbers of a run that has ended to who was named; that nobody takes them fails no run.
     *
     * @param run starts the run with the settings it is given
     */
    public RunResult measured(RunSettings settings, Function<RunSettings, RunResult> run, PrintWriter out) {
        Optional<Telemetry> opened = telemetry.open();
        if (opened.isEmpty()) {
            RunResult result = run.apply(settings);
            if (metricsFile != null || pushGateway != null) {
                tell(result, metrics -> {}, out);
            }
            return result;
        }
        try (Telemetry collector = opened.get()) {
            RunResult result = run.apply(settings.observedBy(collector.observations()));
            tell(result, metrics -> metrics.copyTo(collector.meters()), out);
            return result;
        }
    }

    private void tell(RunResult result, Consumer<RunMetrics> also, PrintWriter out) {
        FinalReport report = result.report();
        if (report == null) {
            return;
        }
        RunMetrics metrics = new RunMetrics(report, Instant.now());
        also.accept(metrics);
        try {
            if (metricsFile != null) {
                metrics.write(metricsFile);
            }
            if (pushGateway != null) {
                metrics.push(pushGateway);
            }
        } catch (IOException e) {
            out.println("The metrics are not told: " + Addresses.printable(e.toString())
                    + "; correct --metrics.file or --metrics.push-gateway.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public RunSettings settings(CommandSpec spec) {
        if (maxParallelBatches < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--max-parallel-batches must be at least 1, not " + maxParallelBatches + ".");
        }
        if (!(minimumRate >= 0 && minimumRate <= 100)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--min-validation-rate is a percentage from 0 to 100, not " + minimumRate + ".");
        }
        return new RunSettings(maxParallelBatches, minimumRate);
    }
}
