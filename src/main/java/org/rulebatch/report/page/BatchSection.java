package org.rulebatch.report.page;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The batches: what each is about, how it ended, how long it took and, where a model was asked, what it cost. */
final class BatchSection {

    private static final String COST = "cost_usd";
    private static final int SHOWN_AT_ONCE = 10;

    private final List<JsonNode> batches = new ArrayList<>();
    private final JsonNode usage;
    private final boolean priced;
    private final double longest;

    BatchSection(Overview run) {
        run.report().path("batches").forEach(batches::add);
        usage = run.report().path("model_usage");
        priced = usage.hasNonNull(COST);
        longest = batches.stream().mapToDouble(BatchSection::seconds).max().orElse(0);
    }

    String text() {
        Html html = new Html().raw(isWorthALook() ? "<details open>" : "<details>");
        html.element("summary", sentence());
        html.raw(
                "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table of batches\">\n<table>\n<thead><tr>");
        for (String head : List.of("Batch", "Services", "State", "Rules", "Automated", "For a person", "Time")) {
            html.element("th scope=\"col\"", head);
        }
        if (priced) {
            html.element("th scope=\"col\"", "Cost");
        }
        html.raw("</tr></thead>\n<tbody>\n");
        batches.forEach(batch -> row(html, batch));
        return html.raw("</tbody>\n</table></div></details>\n").toString();
    }

    /** Few batches are shown at once, and so is a failure. */
    private boolean isWorthALook() {
        return batches.size() <= SHOWN_AT_ONCE || batches.stream().anyMatch(batch -> !isSuccess(batch));
    }

    private String sentence() {
        long successful = batches.stream().filter(BatchSection::isSuccess).count();
        return Numbers.count(successful) + " of " + Numbers.count(batches.size())
                + " batches ended successfully; the longest took " + Numbers.seconds(longest)
                + (priced
                        ? "; together they cost "
                                + Numbers.dollars(usage.path(COST).asDouble(0))
                        : "") + ".";
    }

    private void row(Html html, JsonNode batch) {
        JsonNode stats = batch.path("stats");
        html.raw("<tr>").element("th scope=\"row\"", batch.path("batch_number").asInt(0));
        List<String> services = new ArrayList<>();
        batch.path("services").forEach(service -> services.add(service.asString("")));
        html.element("td", String.join(", ", services));
        html.raw("<td>")
                .element(
                        "span class=\"state " + (isSuccess(batch) ? "met" : "missed") + "\"",
                        batch.path("status").asString(""));
        if (!batch.path("error").asString("").isEmpty()) {
            html.element("div class=\"error\"", batch.path("error").asString(""));
        }
        html.raw("</td>");
        number(html, stats.path("total_rules").asLong(0));
        number(html, stats.path("validated_rules").asLong(0));
        number(html, stats.path("manual_review").asLong(0));
        html.raw("<td class=\"duration\">");
        Bar.plain(html, seconds(batch), longest);
        html.element("span", Numbers.seconds(seconds(batch))).raw("</td>");
        if (priced) {
            html.element("td class=\"n\"", Numbers.dollars(cost(batch)));
        }
        html.raw("</tr>\n");
    }

    private static void number(Html html, long number) {
        html.element("td class=\"n\"", Numbers.count(number));
    }

    private static boolean isSuccess(JsonNode batch) {
        return batch.path("status").asString("").equals("success");
    }

    /** What the replies about the batch's services cost. */
    private double cost(JsonNode batch) {
        double cost = 0;
        for (JsonNode service : batch.path("services")) {
            cost += usage.path("services").path(service.asString("")).path(COST).asDouble(0);
        }
        return cost;
    }

    private static double seconds(JsonNode batch) {
        return batch.path("duration_seconds").asDouble(0);
    }
}
