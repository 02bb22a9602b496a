package org.rulebatch.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Where a check is judged, its items on their way.
 *
 * @param region {@link Geography#GLOBAL} for a service that is the same everywhere, and for an account
 * @param lists the items of the check's further discoveries, by name
 */
record Place(
        String region,
        CompletableFuture<List<Map<String, Object>>> items,
        Map<String, CompletableFuture<List<Map<String, Object>>>> lists) {

    Place {
        lists = Map.copyOf(lists);
    }

    /** What has to be there before the check can be judged. */
    List<CompletableFuture<?>> awaited() {
        List<CompletableFuture<?>> awaited = new ArrayList<>(lists.values());
        awaited.add(items);
        return awaited;
    }

    /** The lists, once all is there. */
    Map<String, List<Map<String, Object>>> joinedLists() {
        Map<String, List<Map<String, Object>>> joined = new HashMap<>();
        lists.forEach((name, list) -> joined.put(name, list.join()));
        return joined;
    }
}
