package org.rulebatch.batch.repository;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The parts of a run that are to be generated again.
 *
 * @param batches numbers of whole batches
 * @param services names of single services
 */
public record Part(SortedSet<Integer> batches, SortedSet<String> services) {

    public Part {
        batches = new TreeSet<>(batches);
        services = new TreeSet<>(services);
    }

    public static Part ofBatches(SortedSet<Integer> batches) {
        return new Part(batches, new TreeSet<>());
    }

    /** No part is named: the whole run is meant. */
    public boolean isEmpty() {
        return batches.isEmpty() && services.isEmpty();
    }

    /** {@code 5,7}, as it stands in a job's parameters. */
    public String batchesText() {
        return batches.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    public String servicesText() {
        return String.join(",", services);
    }

    static Part parse(String batches, String services) {
        SortedSet<Integer> numbers = new TreeSet<>();
        split(batches).forEach(number -> numbers.add(Integer.valueOf(number)));
        return new Part(numbers, new TreeSet<>(split(services)));
    }

    private static List<String> split(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(","));
    }
}
