package org.rulebatch.cli.progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rulebatch.report.Counts;

/** What is known of the run so far. Not safe for many threads. */
final class Tally {

    /** A batch in flight. */
    record OpenBatch(int batch, List<String> services, List<String> done) {}

    private final Map<Integer, OpenBatch> openBatches = new TreeMap<>();
    private int batches;
    private int services;
    private int rules;
    private int servicesDone;
    private Counts counts = Counts.NONE;

    void begins(int allBatches, int allServices, int allRules) {
        batches = allBatches;
        services = allServices;
        rules = allRules;
    }

    void started(int batch, List<String> names) {
        openBatches.put(batch, new OpenBatch(batch, List.copyOf(names), new ArrayList<>()));
    }

    void done(String service, Counts more) {
        servicesDone++;
        counts = counts.plus(more);
        openBatches.values().stream()
                .filter(open -> open.services().contains(service))
                .findFirst()
                .ifPresent(open -> open.done().add(service));
    }

    /** Takes a batch out of those in flight. */
    OpenBatch ended(int batch) {
        OpenBatch open = openBatches.remove(batch);
        return open == null ? new OpenBatch(batch, List.of(), List.of()) : open;
    }

    List<OpenBatch> openBatches() {
        return List.copyOf(openBatches.values());
    }

    int batches() {
        return batches;
    }

    /** {@code 12/101 services, 240/1927 rules: 120 validated, 118 manual review}. */
    String total() {
        String failed = counts.failed() == 0 ? "" : ", " + counts.failed() + " failed";
        String proposed = counts.proposed() == 0 ? "" : ", " + counts.proposed() + " proposed";
        return servicesDone + "/" + services + " services, " + counts.total() + "/" + rules + " rules: "
                + counts.automated() + " validated" + proposed + ", " + counts.manualReview() + " manual review"
                + failed;
    }

    /** When the run will be done if it goes on as it has; empty before there is something to go by. */
    String eta(Duration elapsed) {
        int done = counts.total();
        if (done == 0 || done >= rules) {
            return "";
        }
        return ", ETA " + Durations.text(Duration.ofMillis(elapsed.toMillis() * (rules - done) / done));
    }
}
