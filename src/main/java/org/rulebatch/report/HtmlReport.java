package org.rulebatch.report;

import java.util.List;
import java.util.Objects;

/** {@code report.html}: the final report on one page that needs no other file. */
final class HtmlReport {

    private static final String STYLE =
            "body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}"
                    + "table{border-collapse:collapse;width:100%;margin:1rem 0}"
                    + "th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #ccc;vertical-align:top}"
                    + ".no{color:#a00}";

    private final String runId;
    private final FinalReport report;
    private final StringBuilder html = new StringBuilder();

    HtmlReport(String runId, FinalReport report) {
        this.runId = runId;
        this.report = report;
    }

    String text() {
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.append("<title>Run ").append(escaped(runId)).append("</title>\n<style>");
        html.append(STYLE).append("</style>\n</head>\n<body>\n");
        html.append("<h1>Run ").append(escaped(runId)).append("</h1>\n");
        totals();
        criteria();
        batches();
        invalid();
        return html.append("</body>\n</html>\n").toString();
    }

    private void totals() {
        Counts counts = report.counts();
        table("Rules", "Automated", "Manual review", "Invalid", "Failed", "All");
        row(
                Percent.of(counts.automated(), counts.total()) + " validated",
                counts.automated(),
                counts.manualReview(),
                counts.invalid(),
                counts.failed(),
                counts.total());
        end();
    }

    private void criteria() {
        html.append("<h2>")
                .append(report.isSuccess() ? "Success" : "No success")
                .append("</h2>\n");
        table("Criterion", "Met", "Found");
        for (Criterion criterion : report.criteria()) {
            row(criterion.name(), criterion.met() ? "yes" : "no", criterion.actual());
        }
        end();
    }

    private void batches() {
        html.append("<h2>Batches</h2>\n");
        table("Batch", "Services", "Status", "Automated", "Manual review", "Invalid", "Failed", "Error");
        for (BatchReport batch : report.batches()) {
            row(
                    batch.plan().number(),
                    String.join(", ", batch.plan().serviceNames()),
                    batch.outcome().successful() ? "success" : "failed",
                    batch.counts().automated(),
                    batch.counts().manualReview(),
                    batch.counts().invalid(),
                    batch.counts().failed(),
                    Objects.requireNonNullElse(batch.outcome().error(), ""));
        }
        end();
    }

    private void invalid() {
        if (report.invalid().isEmpty()) {
            return;
        }
        html.append("<h2>Invalid rules</h2>\n");
        table("Rule", "File", "Reason");
        report.invalid().forEach(rule -> row(rule.ruleId(), rule.file() + ":" + rule.line(), rule.reason()));
        end();
    }

    private void table(String... heads) {
        html.append("<table>\n<tr>");
        List.of(heads).forEach(head -> html.append("<th>").append(head).append("</th>"));
        html.append("</tr>\n");
    }

    private void row(Object... cells) {
        html.append("<tr>");
        for (Object cell : cells) {
            html.append("<td>").append(escaped(cell.toString())).append("</td>");
        }
        html.append("</tr>\n");
    }

    private void end() {
        html.append("</table>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
