package org.rulebatch.report.page;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The head of the page: whether the run was a success, by which criteria, and its numbers. */
final class VerdictSection {

    private final Overview run;

    VerdictSection(Overview run) {
        this.run = run;
    }

    String title() {
        return "Run " + run.metadata().path("run_id").asString("");
    }

    String head() {
        Html html = new Html();
        boolean success = run.summary().path("success").asBoolean();
        html.element("h1", title());
        html.raw("<p class=\"facts\">");
        fact(html, "Started", run.metadata().path("start_time").asString(""));
        fact(html, "Decided by", String.join(", ", run.makers()));
        fact(html, "AWS models", String.join(", ", run.catalogs()));
        html.raw("</p>\n<p class=\"verdict ").raw(success ? "met" : "missed").raw("\">");
        html.element("strong", success ? "Success" : "Not a success").raw(" ");
        html.element("span", sentence()).raw("</p>\n<ul class=\"criteria\">\n");
        for (JsonNode criterion : run.summary().path("criteria")) {
            boolean met = criterion.path("met").asBoolean();
            html.raw("<li class=\"").raw(met ? "met" : "missed").raw("\">");
            html.element("b", met ? "met" : "not met").raw(" ");
            html.element("span", criterion.path("name").asString("")).raw(" ");
            html.element("span class=\"actual\"", criterion.path("actual").asString(""))
                    .raw("</li>\n");
        }
        return html.raw("</ul>\n").toString();
    }

    /** The numbers, each a link that narrows the table of rules to it. */
    String totals() {
        Html html = new Html();
        long all = number("total_rules");
        long[] parts = {number("total_validated"), number("manual_review"), number("invalid"), number("failed")};
        Bar.stacked(html, parts, all);
        html.raw("\n<ul class=\"tiles\">\n");
        for (Decided kind : Decided.values()) {
            long part = parts[kind.ordinal()];
            html.raw("<li><a href=\"#decision=" + kind.word() + "\" class=\"tile " + kind.word() + "\">");
            html.element("span class=\"number\"", Numbers.count(part));
            html.element("span class=\"label\"", kind.label());
            html.element("span class=\"share\"", Numbers.percent(part, all)).raw("</a></li>\n");
        }
        return html.raw("</ul>\n").toString();
    }

    private String sentence() {
        long review = number("manual_review");
        List<String> parts = List.of(
                Numbers.count(number("total_validated")) + " of " + Numbers.count(number("total_rules")) + " rules of "
                        + Numbers.count(number("total_services")) + " services run as checks",
                review == 1 ? "1 needs a person" : Numbers.count(review) + " need a person");
        return String.join("; ", parts) + ".";
    }

    private long number(String key) {
        return run.summary().path(key).asLong(0);
    }

    private static void fact(Html html, String name, String value) {
        if (!value.isEmpty()) {
            html.raw("<span>").text(name + " ").element("b", value).raw("</span> ");
        }
    }
}
