package org.rulebatch.report.page;

import java.util.ArrayList;
import java.util.List;
import org.rulebatch.report.entry.Criterion;
import org.rulebatch.report.entry.Decided;
import org.rulebatch.report.entry.SummaryEntry;

/** The head of the page: whether the run was a success, by which criteria, and its numbers. */
final class VerdictSection {

    private final PageData run;
    private final Overview overview;
    private final SummaryEntry summary;

    VerdictSection(PageData run, Overview overview) {
        this.run = run;
        this.overview = overview;
        this.summary = run.report().summary();
    }

    String title() {
        return "Run " + run.runId();
    }

    String head() {
        Html html = new Html();
        boolean success = summary.success();
        html.element("h1", title());
        html.raw("<p class=\"facts\">");
        fact(html, "Started", run.started());
        fact(html, "Decided by", String.join(", ", overview.makers()));
        fact(html, "AWS models", String.join(", ", overview.catalogs()));
        html.raw("</p>\n<p class=\"verdict ").raw(success ? "met" : "missed").raw("\">");
        html.element("strong", success ? "Success" : "Not a success").raw(" ");
        html.element("span", sentence()).raw("</p>\n<ul class=\"criteria\">\n");
        for (Criterion criterion : summary.criteria()) {
            boolean met = criterion.met();
            html.raw("<li class=\"").raw(met ? "met" : "missed").raw("\">");
            html.element("b", met ? "met" : "not met").raw(" ");
            html.element("span", criterion.name()).raw(" ");
            html.element("span class=\"actual\"", criterion.actual()).raw("</li>\n");
        }
        return html.raw("</ul>\n").toString();
    }

    /** The numbers, each a link that narrows the table of rules to it. */
    String totals() {
        Html html = new Html();
        long all = summary.totalRules();
        long[] parts = {
            summary.totalValidated(), summary.proposed(), summary.manualReview(), summary.invalid(), summary.failed()
        };
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
        long review = summary.manualReview();
        List<String> parts = new ArrayList<>();
        parts.add(Numbers.count(summary.totalValidated()) + " of " + Numbers.count(summary.totalRules()) + " rules of "
                + Numbers.count(summary.totalServices()) + " services run as checks");
        if (summary.proposed() > 0) {
            parts.add(Numbers.count(summary.proposed()) + " proposed to a person");
        }
        parts.add(review == 1 ? "1 needs a person" : Numbers.count(review) + " need a person");
        return String.join("; ", parts) + ".";
    }

    private static void fact(Html html, String name, String value) {
        if (!value.isEmpty()) {
            html.raw("<span>").text(name + " ").element("b", value).raw("</span> ");
        }
    }
}
