package org.rulebatch.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.rulebatch.ruleyaml.Discovery;
import org.rulebatch.ruleyaml.RuleDocument;

/** Walks the discoveries of one rule file in one region, parents first, each when it is first needed. */
final class Walk {

    private final Map<String, Discovery> discoveries = new HashMap<>();
    private final Map<String, CompletableFuture<List<Map<String, Object>>>> items = new HashMap<>();
    private final CallBook.Calls calls;
    private final Geography geography;
    private final String region;

    Walk(RuleDocument document, CallBook.Calls calls, Geography geography, String region) {
        document.discoveries().forEach(discovery -> discoveries.put(discovery.id(), discovery));
        this.calls = calls;
        this.geography = geography;
        this.region = region;
    }

    /** The items that a discovery emits, in the order of its parent's items and of the answers. */
    CompletableFuture<List<Map<String, Object>>> items(String id) {
        CompletableFuture<List<Map<String, Object>>> known = items.get(id);
        if (known == null) {
            known = emitted(discovery(id));
            items.put(id, known);
        }
        return known;
    }

    private Discovery discovery(String id) {
        Discovery discovery = discoveries.get(id);
        if (discovery == null) {
            throw new IllegalArgumentException("there is no discovery " + id);
        }
        return discovery;
    }

    private CompletableFuture<List<Map<String, Object>>> emitted(Discovery discovery) {
        String parent = discovery.forEach();
        CompletableFuture<List<Map<String, Object>>> parents =
                parent == null ? CompletableFuture.completedFuture(List.of(Map.of())) : items(parent);
        return parents.thenCompose(each ->
                joined(each.stream().map(item -> children(discovery, item)).toList()));
    }

    private CompletableFuture<List<Map<String, Object>>> children(Discovery discovery, Map<String, Object> item) {
        Emission emission = new Emission(discovery, item);
        Binding binding = Binding.of(discovery, item);
        if (binding.open() != null) {
            return CompletableFuture.completedFuture(emission.unknown(binding.open()));
        }
        String where = geography.regionFor(discovery.client(), region);
        ReadCall call = new ReadCall(discovery.client(), discovery.action(), where, binding.params());
        return calls.ask(call).thenApply(emission::of);
    }

    private static <T> CompletableFuture<List<T>> joined(List<CompletableFuture<List<T>>> parts) {
        return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new)).thenApply(done -> {
            List<T> all = new ArrayList<>();
            parts.forEach(part -> all.addAll(part.join()));
            return all;
        });
    }
}
