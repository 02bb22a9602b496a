package org.rulebatch.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rulebatch.store.BatchPlan;
import org.rulebatch.store.Manifest;

/**
 * What the attempts at one run generated. A batch works on one service after the other and commits each before it begins the next,
 * so whatever an attempt began in a batch, but the last, was committed: a later attempt that begins it again has done it twice.
 */
final class Attempts {

    private final List<List<String>> generated = new ArrayList<>();

    void add(List<String> services) {
        generated.add(services);
    }

    int total() {
        return generated.stream().mapToInt(List::size).sum();
    }

    /** Asserts that all services were generated, each once plus the times that it was in hand when an attempt ended early. */
    void assertNothingTwice(Manifest manifest) {
        Map<String, Integer> batchOf = new HashMap<>();
        for (BatchPlan batch : manifest.batches()) {
            batch.serviceNames().forEach(service -> batchOf.put(service, batch.number()));
        }
        Set<String> committed = new HashSet<>();
        Set<String> all = new HashSet<>();
        for (List<String> attempt : generated) {
            assertThat(attempt).doesNotHaveDuplicates().noneMatch(committed::contains);
            Map<Integer, String> inHand = new HashMap<>();
            for (String service : attempt) {
                String before = inHand.put(batchOf.getOrDefault(service, 0), service);
                if (before != null) {
                    committed.add(before);
                }
            }
            all.addAll(attempt);
        }
        assertThat(all).isEqualTo(batchOf.keySet());
    }
}
