package org.rulebatch.report.page;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What came of executing the rules: a line a service, and the causes of the errors. Nothing where nothing was tested. */
final class TestSection {

    private TestSection() {}

    static String of(Tests tests) {
        if (tests.isEmpty()) {
            return "";
        }
        Html html = new Html().raw("<section id=\"tests\" aria-labelledby=\"tests-title\">\n");
        html.raw("<h2 id=\"tests-title\">Executed against AWS</h2>\n");
        causes(html, tests.analysis().path("causes"));
        html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table of results\">");
        html.raw("<table>\n<thead><tr>");
        for (String head : List.of("Service", "Checks", "Passed", "Failed", "No resource", "Errors", "Time")) {
            html.element("th scope=\"col\"", head);
        }
        html.raw("</tr></thead>\n<tbody>\n");
        tests.services().forEach((service, test) -> row(html, service, test));
        return html.raw("</tbody>\n</table></div>\n</section>\n").toString();
    }

    private static void row(Html html, String service, JsonNode test) {
        html.raw("<tr>").element("th scope=\"row\"", service);
        for (String key : List.of("checks_count", "passed", "failed", "skipped")) {
            html.element("td class=\"n\"", Numbers.count(test.path(key).asLong(0)));
        }
        int errors = test.path("errors").size();
        html.element("td class=\"n" + (errors == 0 ? "" : " missed") + "\"", Numbers.count(errors));
        html.element(
                        "td class=\"n\"",
                        Numbers.seconds(test.path("duration_seconds").asDouble(0)))
                .raw("</tr>\n");
    }

    private static void causes(Html html, JsonNode causes) {
        if (causes.isEmpty()) {
            return;
        }
        html.raw("<h3>Causes of errors</h3>\n<ul class=\"causes\">\n");
        for (JsonNode cause : causes) {
            html.raw("<li>")
                    .element("b", cause.path("type").asString("").replace('_', ' '))
                    .raw(" ");
            html.element("code", cause.path("operation").asString("")).raw(" ");
            html.element("span", "× " + Numbers.count(cause.path("count").asLong(0)));
            html.element("p", cause.path("example").asString(""));
            html.element("p class=\"fix\"", cause.path("proposed_fix").asString(""))
                    .raw("</li>\n");
        }
        html.raw("</ul>\n");
    }
}
