package org.rulebatch.report.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.files.Csv;
import org.rulebatch.report.entry.RuleEntries;
import org.rulebatch.store.OutputFolder;

/** Writes {@code summary/controls.csv}: each control of each framework, the rules that answer it, and how each of them stands. */
public final class ControlSheet {

    private static final List<String> HEAD = List.of(
            "framework", "control", "rule_id", "service", "title", "severity", "state", "check", "reason", "executed");

    /** A rule under one of its controls. */
    private record Line(Control control, String rule, List<String> rest) {}

    private ControlSheet() {}

    /**
     * Writes the sheet, and takes that of an earlier run away where no rule names a control.
     *
     * @throws IOException if a file of the run cannot be read, or the sheet cannot be written
     */
    public static void write(OutputFolder output, PageData run) throws IOException {
        List<Line> lines = new ArrayList<>();
        RuleEntries.read(output.allRequirements(), (service, rule) -> {
            RuleRow row = RuleRow.of(rule, run.tests());
            List<String> rest = List.of(
                    service,
                    row.title(),
                    row.severity(),
                    rule.decision().word(),
                    row.check(),
                    row.why(),
                    row.verdict());
            row.controls().forEach(control -> lines.add(new Line(control, row.id(), rest)));
        });
        if (lines.isEmpty()) {
            Files.deleteIfExists(output.controls());
            return;
        }
        lines.sort(Comparator.comparing(Line::control, Control.ORDER).thenComparing(Line::rule));
        AtomicFile.write(output.controls(), out -> {
            out.write(Csv.line(HEAD).getBytes(StandardCharsets.UTF_8));
            for (Line line : lines) {
                List<String> cells = new ArrayList<>(
                        List.of(line.control().framework(), line.control().name(), line.rule()));
                cells.addAll(line.rest());
                out.write(Csv.line(cells).getBytes(StandardCharsets.UTF_8));
            }
        });
    }
}
