package org.rulebatch.report.page;

import java.io.IOException;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rulebatch.report.entry.Decided;
import org.rulebatch.report.entry.InvalidEntry;
import org.rulebatch.report.entry.ProvenanceEntry;
import org.rulebatch.report.entry.RuleEntries;
import org.rulebatch.store.OutputFolder;

/**
 * What is known of a run's rules before they are written out.
 *
 * @param services number of rules by service, in the order of {@link Decided}
 * @param makers generators, each with its model where it has one
 */
record Overview(Map<String, long[]> services, SortedSet<String> makers, SortedSet<String> catalogs) {

    static Overview of(OutputFolder output, PageData run) throws IOException {
        Map<String, long[]> services = new TreeMap<>();
        SortedSet<String> makers = new TreeSet<>();
        SortedSet<String> catalogs = new TreeSet<>();
        RuleEntries.read(output.allRequirements(), (service, rule) -> {
            count(services, service, rule.decision());
            ProvenanceEntry provenance = rule.provenance();
            if (provenance != null) {
                makers.add(provenance.maker());
                catalogs.add(provenance.catalog());
            }
        });
        for (InvalidEntry rule : run.report().invalid()) {
            count(services, rule.service(), Decided.INVALID);
        }
        return new Overview(services, makers, catalogs);
    }

    private static void count(Map<String, long[]> services, String service, Decided decided) {
        services.computeIfAbsent(service, name -> new long[Decided.values().length])[decided.ordinal()]++;
    }
}
