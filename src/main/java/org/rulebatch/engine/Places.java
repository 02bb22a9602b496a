package org.rulebatch.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.rulebatch.ruleyaml.Check;
import org.rulebatch.ruleyaml.RuleDocument;

/** Finds the places in which a file's checks are judged, and starts the reads for them. */
final class Places {

    private final RuleDocument document;
    private final CallBook.Calls calls;
    private final Geography geography;
    private final Reads reads;
    private final Homes homes;
    private final List<String> regions;
    private final Map<String, Walk> walks = new HashMap<>();

    Places(RuleDocument document, CallBook.Calls calls, Geography geography, Homes homes, List<String> regions) {
        this.document = document;
        this.calls = calls;
        this.geography = geography;
        this.homes = homes;
        this.regions = List.copyOf(regions);
        this.reads = new Reads(document, geography);
    }

    /** The regions in which the check asks something that it does not ask in an earlier one; the account for one of it. */
    List<Place> of(Check check) {
        Set<List<String>> seen = new LinkedHashSet<>();
        List<Place> places = new ArrayList<>();
        for (String region : regions) {
            List<String> asked = reads.of(check, region);
            if (seen.add(asked)) {
                Walk walk = walks.computeIfAbsent(region, each -> new Walk(document, calls, geography, each));
                places.add(new Place(label(check, region), items(check, walk), lists(check, walk)));
            }
        }
        return check.forEach().equals(Check.ACCOUNT) ? List.of(whole(check, places)) : places;
    }

    /** An account, and a region, is one item without keys. */
    private static CompletableFuture<List<Map<String, Object>>> items(Check check, Walk walk) {
        return check.isOfItems() ? walk.items(check.forEach()) : one();
    }

    private static CompletableFuture<List<Map<String, Object>>> one() {
        return CompletableFuture.completedFuture(List.of(Map.of()));
    }

    private static Map<String, CompletableFuture<List<Map<String, Object>>>> lists(Check check, Walk walk) {
        Map<String, CompletableFuture<List<Map<String, Object>>>> lists = new HashMap<>();
        Reads.with(check).forEach((name, id) -> lists.put(name, walk.items(id)));
        return lists;
    }

    /** The account, with what all the regions hold. */
    private Place whole(Check check, List<Place> places) {
        Map<String, CompletableFuture<List<Map<String, Object>>>> lists = new HashMap<>();
        Reads.with(check).forEach((name, id) -> {
            List<CompletableFuture<List<Map<String, Object>>>> parts =
                    places.stream().map(place -> place.lists().get(name)).toList();
            lists.put(
                    name,
                    CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))
                            .thenApply(done -> together(id, places, parts)));
        });
        return new Place(Geography.GLOBAL, one(), lists);
    }

    private List<Map<String, Object>> together(
            String discovery, List<Place> places, List<CompletableFuture<List<Map<String, Object>>>> parts) {
        return homes
                .atHome(
                        discovery,
                        places.stream().map(Place::region).toList(),
                        parts.stream().map(CompletableFuture::join).toList())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** A service that is asked in one region, whichever is looked at, has none. */
    private String label(Check check, String region) {
        return reads.areGlobal(check, region) ? Geography.GLOBAL : region;
    }
}
