package org.rulebatch.report.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulebatch.report.entry.BatchEntry;
import org.rulebatch.report.entry.ReportEntry;
import org.rulebatch.report.entry.UsageEntry;

/** The batches: what each is about, how it ended, how long it took and, where a model was asked, what it cost. */
final class BatchSection {

    private final List<BatchEntry> batches;
    private final @Nullable UsageEntry usage;
    private final boolean priced;
    private final double longest;

    BatchSection(ReportEntry report) {
        batches = report.batches();
        usage = report.modelUsage();
        priced = usage != null && usage.total().costUsd() != null;
        longest =
                batches.stream().mapToDouble(BatchEntry::durationSeconds).max().orElse(0);
    }

    String text() {
        Html html =
                new Html().raw(batches.stream().anyMatch(batch -> !batch.isSuccess()) ? "<details open>" : "<details>");
        html.element("summary", sentence());
        html.raw(
                "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table of batches\">\n<table>\n<thead><tr>");
        for (String head :
                List.of("Batch", "Services", "State", "Rules", "Automated", "Proposed", "For a person", "Time")) {
            html.element("th scope=\"col\"", head);
        }
        if (priced) {
            html.element("th scope=\"col\"", "Cost");
        }
        html.raw("</tr></thead>\n<tbody>\n");
        batches.forEach(batch -> row(html, batch));
        return html.raw("</tbody>\n</table></div></details>\n").toString();
    }

    private String sentence() {
        long successful = batches.stream().filter(BatchEntry::isSuccess).count();
        return Numbers.count(successful) + " of " + Numbers.count(batches.size())
                + " batches ended successfully; the longest took " + Numbers.seconds(longest)
                + (usage != null && usage.total().costUsd() != null
                        ? "; together they cost "
                                + Numbers.dollars(usage.total().costUsd().doubleValue())
                        : "")
                + ".";
    }

    private void row(Html html, BatchEntry batch) {
        html.raw("<tr>").element("th scope=\"row\"", batch.batchNumber());
        html.element("td", String.join(", ", batch.services()));
        html.raw("<td>").element("span class=\"state " + (batch.isSuccess() ? "met" : "missed") + "\"", batch.status());
        if (batch.error() != null && !batch.error().isEmpty()) {
            html.element("div class=\"error\"", batch.error());
        }
        html.raw("</td>");
        number(html, batch.stats().totalRules());
        number(html, batch.stats().validatedRules());
        number(html, batch.stats().proposed());
        number(html, batch.stats().manualReview());
        html.raw("<td class=\"duration\">");
        Bar.plain(html, batch.durationSeconds(), longest);
        html.element("span", Numbers.seconds(batch.durationSeconds())).raw("</td>");
        if (priced) {
            html.element("td class=\"n\"", Numbers.dollars(cost(batch)));
        }
        html.raw("</tr>\n");
    }

    private static void number(Html html, long number) {
        html.element("td class=\"n\"", Numbers.count(number));
    }

    /** What the replies about the batch's services cost. */
    private double cost(BatchEntry batch) {
        double cost = 0;
        for (String service : batch.services()) {
            UsageEntry.Part part = usage == null ? null : usage.services().get(service);
            cost += part == null || part.costUsd() == null ? 0 : part.costUsd().doubleValue();
        }
        return cost;
    }
}
