package org.rulebatch.engine.scan;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
import org.rulebatch.files.Csv;
import org.rulebatch.files.Json;

/** Prints all verdicts as RFC 4180 describes. */
final class CsvFormat {

    private CsvFormat() {}

    static void write(Verdicts verdicts, PrintWriter out) {
        line(
                out,
                "rule_id",
                "title",
                "severity",
                "service",
                "status",
                "region",
                "resource",
                "reason",
                "account",
                "scanned_at",
                "evidence",
                "expected");
        try (Stream<VerdictJson> all = verdicts.all().get()) {
            all.forEach(verdict -> line(
                    out,
                    verdict.ruleId(),
                    verdict.title(),
                    verdict.severity(),
                    verdict.service(),
                    verdict.status(),
                    verdict.region(),
                    verdict.resource(),
                    verdict.reason(),
                    verdict.account(),
                    verdict.scannedAt(),
                    evidence(verdict),
                    verdict.expected()));
        }
    }

    /** As JSON, so that a program finds the values again. */
    private static String evidence(VerdictJson verdict) {
        return verdict.evidence().isEmpty() ? "" : Json.COMPACT.writeValueAsString(verdict.evidence());
    }

    private static void line(PrintWriter out, String... cells) {
        out.print(Csv.line(List.of(cells)));
    }
}
