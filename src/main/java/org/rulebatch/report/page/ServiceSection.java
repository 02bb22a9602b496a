package org.rulebatch.report.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.rulebatch.report.entry.Decided;

/** The chart of decisions by service, the largest first; each bar is a link to the service's rules. */
final class ServiceSection {

    private static final int SHOWN_AT_ONCE = 30;

    private ServiceSection() {}

    static String of(Overview run) {
        List<Map.Entry<String, long[]>> services = run.services().entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, long[]> each) -> -sum(each.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .toList();
        long scale = services.isEmpty() ? 0 : sum(services.get(0).getValue());
        Html html = new Html().raw(services.size() <= SHOWN_AT_ONCE ? "<details open>" : "<details>");
        html.element("summary", Numbers.count(services.size()) + (services.size() == 1 ? " service" : " services"));
        html.raw("<ul class=\"chart\">\n");
        for (Map.Entry<String, long[]> service : services) {
            long automated = service.getValue()[Decided.AUTOMATED.ordinal()];
            html.raw("<li><a href=\"#service=").text(service.getKey()).raw("\">");
            html.element("span class=\"name\"", service.getKey());
            Bar.stacked(html, service.getValue(), scale);
            html.element(
                    "span class=\"count\"", Numbers.count(automated) + " of " + Numbers.count(sum(service.getValue())));
            html.element("span class=\"unseen\"", " automated").raw("</a></li>\n");
        }
        return html.raw("</ul></details>\n").toString();
    }

    private static long sum(long[] parts) {
        long sum = 0;
        for (long part : parts) {
            sum += part;
        }
        return sum;
    }
}
