package org.rulebatch.cli.options;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulebatch.cli.CommandLineApp;
import org.rulebatch.cli.log.StructuredLog;
import org.rulebatch.files.Addresses;
import org.rulebatch.store.InputException;
import picocli.CommandLine.Option;

/** Where a process tells what it does, beside its terminal. */
public final class TelemetryOptions {

    @Option(
            names = "--otlp.endpoint",
            paramLabel = "<url>",
            defaultValue = "${env:OTEL_EXPORTER_OTLP_ENDPOINT}",
            description = "Send traces and numbers to an OpenTelemetry collector, http://host:4318"
                    + " (default: OTEL_EXPORTER_OTLP_ENDPOINT in the environment, or else nowhere).")
    private @Nullable URI otlp;

    /** Read before all others, by {@link CommandLineApp#of}; it stands here to be known. */
    @Option(
            names = StructuredLog.OPTION,
            paramLabel = "<format>",
            description =
                    "Say everything as JSON, a line each, with run, batch, service and rule: ecs, logstash or gelf"
                            + " (default: " + StructuredLog.VARIABLE + " in the environment, or else text).")
    private StructuredLog.@Nullable Format logFormat;

    /** Begins to send to the collector that is named; empty where none is. */
    public Optional<Telemetry> open() {
        if (otlp == null || otlp.toString().isEmpty()) {
            return Optional.empty();
        }
        if (otlp.getHost() == null || !String.valueOf(otlp.getScheme()).startsWith("http")) {
            throw new InputException("--otlp.endpoint is a URL such as http://localhost:4318, and not "
                    + Addresses.printable(otlp.toString()) + ".");
        }
        return Optional.of(Telemetry.to(otlp));
    }
}
