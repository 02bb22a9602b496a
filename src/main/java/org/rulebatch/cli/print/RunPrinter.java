package org.rulebatch.cli.print;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.rulebatch.batch.status.BatchView;
import org.rulebatch.batch.status.BatchView.ServiceView;
import org.rulebatch.batch.status.RunDetail;
import org.rulebatch.batch.status.RunView;

/** Prints runs and batches as tables for people. */
public final class RunPrinter {

    private static final String RUN = "%-6s %-16s %-12s %-9s %-7s %-7s %s%n";
    private static final String BATCH = "%-6s %-12s %s%n";

    private RunPrinter() {}

    public static void list(PrintWriter out, List<RunView> runs) {
        out.printf(RUN, "ID", "RUN", "STATE", "PROGRESS", "AGE", "RULES", "");
        for (RunView run : runs) {
            out.printf(
                    RUN,
                    run.id(),
                    run.runId(),
                    run.state(),
                    run.progress(),
                    age(run.started()),
                    run.rules(),
                    notes(run));
        }
    }

    public static void detail(PrintWriter out, RunDetail detail) {
        list(out, List.of(detail.run()));
        out.println();
        out.printf(BATCH, "BATCH", "STATE", "SERVICES");
        for (BatchView batch : detail.batches()) {
            String services = batch.services().stream().map(RunPrinter::service).collect(Collectors.joining(", "));
            out.printf(BATCH, batch.number(), batch.state(), services);
            if (batch.error() != null) {
                out.println("       " + batch.error());
            }
        }
    }

    private static String service(ServiceView service) {
        return service.name() + (service.state().equals("pending") ? "" : " (" + service.state() + ")");
    }

    private static String notes(RunView run) {
        String owner = Objects.requireNonNullElse(run.owner(), "");
        String error = Objects.requireNonNullElse(run.lastError(), "");
        return String.join("  ", List.of(run.parts(), owner, error)).strip();
    }

    private static String age(OffsetDateTime started) {
        Duration age = Duration.between(started, OffsetDateTime.now(started.getOffset()));
        if (age.toDays() > 0) {
            return age.toDays() + "d";
        }
        if (age.toHours() > 0) {
            return age.toHours() + "h";
        }
        return age.toMinutes() > 0 ? age.toMinutes() + "min" : age.toSeconds() + "s";
    }
}
