package org.rulebatch.report.page;

import java.io.IOException;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What is known of a run before its rules are written out.
 *
 * @param services number of rules by service, in the order of {@link Decided}
 * @param makers generators, each with its model where it has one
 */
record Overview(
        JsonNode metadata,
        JsonNode report,
        Map<String, long[]> services,
        SortedSet<String> makers,
        SortedSet<String> catalogs,
        Tests tests) {

    static Overview of(RunFiles files) throws IOException {
        Tests tests = Tests.of(files);
        Map<String, long[]> services = new TreeMap<>();
        SortedSet<String> makers = new TreeSet<>();
        SortedSet<String> catalogs = new TreeSet<>();
        files.rules((service, rule) -> {
            count(services, service, tests.decided(rule));
            JsonNode provenance = rule.path("provenance");
            if (provenance.isMissingNode()) {
                return;
            }
            String model = provenance.path("model").asString("");
            makers.add(provenance.path("generator").asString("") + (model.isEmpty() ? "" : " (" + model + ")"));
            catalogs.add(provenance.path("catalog").asString(""));
        });
        JsonNode report = files.finalReport();
        report.path("invalid")
                .forEach(rule -> count(services, rule.path("service").asString(""), Decided.INVALID));
        return new Overview(files.metadata(), report, services, makers, catalogs, tests);
    }

    JsonNode summary() {
        return report.path("summary");
    }

    private static void count(Map<String, long[]> services, String service, Decided decided) {
        services.computeIfAbsent(service, name -> new long[Decided.values().length])[decided.ordinal()]++;
    }
}
