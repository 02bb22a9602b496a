package org.rulebatch.report.page;

import java.util.List;
import java.util.stream.Collectors;
import org.rulebatch.report.entry.Criterion;
import org.rulebatch.report.entry.Decided;
import org.rulebatch.report.entry.SummaryEntry;

/** The head of the page: how many rules can be used and how many are for a person; and the criteria of the run. */
final class VerdictSection {

    /** By {@link Decided}. */
    private static final List<String> LABELS = List.of("to use", "proposed", "for you", "invalid", "failed");

    private static final List<String> MEANS = List.of(
            "checks that answer the whole rule, each tried on answers of AWS",
            "whole checks with a reservation: confirm each, or turn it down",
            "no check could be trusted: you decide",
            "files that cannot be used",
            "rules that no result was reached for");

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
        html.element("h1", title());
        html.raw("<p class=\"facts\">");
        fact(html, "Started", run.started());
        fact(html, "Rules", Numbers.count(summary.totalRules()));
        fact(html, "Services", Numbers.count(summary.totalServices()));
        fact(html, "Decided by", String.join(", ", overview.makers()));
        fact(html, "AWS models", String.join(", ", overview.catalogs()));
        html.raw("</p>\n");
        if (!summary.success()) {
            html.raw("<p class=\"verdict\">").element("strong", "Not a success").raw(" ");
            html.text(summary.criteria().stream()
                    .filter(each -> !each.met())
                    .map(each -> each.name() + ": " + each.actual())
                    .collect(Collectors.joining("; ")));
            html.raw(" <a href=\"#run\">See the run</a></p>\n");
        }
        return html.toString();
    }

    /** The numbers, each a link that narrows the table of rules to it; what went wrong only where something did. */
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
            if (part == 0 && kind.ordinal() > Decided.MANUAL_REVIEW.ordinal()) {
                continue;
            }
            html.raw("<li><a href=\"#decision=" + kind.word() + "\" class=\"tile " + kind.word() + "\">");
            html.element("span class=\"number\"", Numbers.count(part));
            html.element("span class=\"label\"", LABELS.get(kind.ordinal()));
            html.element("span class=\"share\"", Numbers.percent(part, all));
            html.element("span class=\"means\"", MEANS.get(kind.ordinal())).raw("</a></li>\n");
        }
        return html.raw("</ul>\n").toString();
    }

    String criteria() {
        Html html = new Html().raw("<ul class=\"criteria\">\n");
        for (Criterion criterion : summary.criteria()) {
            boolean met = criterion.met();
            html.raw("<li class=\"").raw(met ? "met" : "missed").raw("\">");
            html.element("b", met ? "met" : "not met").raw(" ");
            html.element("span", criterion.name()).raw(" ");
            html.element("span class=\"actual\"", criterion.actual()).raw("</li>\n");
        }
        return html.raw("</ul>\n").toString();
    }

    private static void fact(Html html, String name, String value) {
        if (!value.isEmpty()) {
            html.raw("<span>").text(name + " ").element("b", value).raw("</span> ");
        }
    }
}
