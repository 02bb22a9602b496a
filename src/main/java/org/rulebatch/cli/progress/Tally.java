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
    record Lane(int batch, List<String> services, List<String> done) {}

    private final Map<Integer, Lane> lanes = new TreeMap<>();
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
        lanes.put(batch, new Lane(batch, List.copyOf(names), new ArrayList<>()));
    }

    void done(String service, Counts more) {
        servicesDone++;
        counts = counts.plus(more);
        lanes.values().stream()
                .filter(lane -> lane.services().contains(service))
                .findFirst()
                .ifPresent(lane -> lane.done().add(service));
    }

    /** Takes a batch out of those in flight. */
    Lane ended(int batch) {
        Lane lane = lanes.remove(batch);
        return lane == null ? new Lane(batch, List.of(), List.of()) : lane;
    }

    List<Lane> lanes() {
        return List.copyOf(lanes.values());
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
