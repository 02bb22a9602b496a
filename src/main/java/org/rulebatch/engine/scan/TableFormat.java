package org.rulebatch.engine.scan;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rulebatch.engine.RunResult;
import org.rulebatch.engine.Verdict;
import org.rulebatch.engine.Verdict.Status;

/** Prints for a terminal what a person has to look at. */
final class TableFormat {

    private TableFormat() {}

    static void write(RunResult result, Instant time, PrintWriter out) {
        List<Verdict> shown = result.verdicts()
                .filter(verdict -> verdict.status() == Status.FAIL || verdict.status() == Status.UNKNOWN)
                .toList();
        for (Verdict verdict : shown) {
            out.printf(
                    "%-8s %-9s %-15s %s%n",
                    verdict.status(),
                    verdict.check().severity(),
                    verdict.region(),
                    verdict.check().ruleId());
            out.printf("         %s%n", verdict.resource().isEmpty() ? "(the account)" : verdict.resource());
            if (!verdict.reason().isEmpty()) {
                out.printf("         %s%n", verdict.reason());
            }
        }
        sums(result, shown.isEmpty(), out);
    }

    private static void sums(RunResult result, boolean first, PrintWriter out) {
        Map<Status, Integer> counts = new TreeMap<>();
        result.verdicts().forEach(verdict -> counts.merge(verdict.status(), 1, Integer::sum));
        if (!first) {
            out.println();
        }
        for (Status status : Status.values()) {
            out.printf("%-15s %d%n", status, counts.getOrDefault(status, 0));
        }
        out.printf("%d calls in %.1f s%n", result.calls(), result.duration().toMillis() / 1000.0);
    }
}
