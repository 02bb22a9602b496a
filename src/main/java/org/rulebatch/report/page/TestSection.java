package org.rulebatch.report.page;

import java.util.List;
import org.rulebatch.report.entry.ErrorCause;
import org.rulebatch.report.entry.ServiceTest;
import org.rulebatch.report.entry.TestResults;

/** What came of executing the rules: a line a service, and the causes of the errors. */
final class TestSection {

    private TestSection() {}

    static String of(TestResults tests) {
        Html html = new Html().raw("<section id=\"tests\" aria-labelledby=\"tests-title\">\n");
        html.raw("<h2 id=\"tests-title\">Executed against AWS</h2>\n");
        causes(html, tests.analysis().causes());
        html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table of results\">");
        html.raw("<table>\n<thead><tr>");
        for (String head : List.of("Service", "Checks", "Passed", "Failed", "No resource", "Errors", "Time")) {
            html.element("th scope=\"col\"", head);
        }
        html.raw("</tr></thead>\n<tbody>\n");
        tests.services().forEach((service, test) -> row(html, service, test));
        return html.raw("</tbody>\n</table></div>\n</section>\n").toString();
    }

    private static void row(Html html, String service, ServiceTest test) {
        html.raw("<tr>").element("th scope=\"row\"", service);
        for (int number : List.of(test.checksCount(), test.passed(), test.failed(), test.skipped())) {
            html.element("td class=\"n\"", Numbers.count(number));
        }
        int errors = test.errors().size();
        html.element("td class=\"n" + (errors == 0 ? "" : " missed") + "\"", Numbers.count(errors));
        html.element("td class=\"n\"", Numbers.seconds(test.durationSeconds())).raw("</tr>\n");
    }

    private static void causes(Html html, List<ErrorCause> causes) {
        if (causes.isEmpty()) {
            return;
        }
        html.raw("<h3>Causes of errors</h3>\n<ul class=\"causes\">\n");
        for (ErrorCause cause : causes) {
            html.raw("<li>").element("b", cause.type().replace('_', ' ')).raw(" ");
            html.element("code", cause.operation()).raw(" ");
            html.element("span", "× " + Numbers.count(cause.count()));
            html.element("p", cause.example());
            html.element("p class=\"fix\"", cause.proposedFix()).raw("</li>\n");
        }
        html.raw("</ul>\n");
    }
}
