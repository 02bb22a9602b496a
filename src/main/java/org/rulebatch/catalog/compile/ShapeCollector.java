package org.rulebatch.catalog.compile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rulebatch.catalog.Facts;

/** Collects the shapes that reads reach; of an error that is reached as an error only, no members. */
final class ShapeCollector {

    private final Facts all;
    private final Map<String, Object> reached = new TreeMap<>();
    private final Set<String> errors = new TreeSet<>();

    ShapeCollector(Facts all) {
        this.all = all;
    }

    void reachError(String shape) {
        errors.add(shape);
    }

    void reach(String start) {
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String name = open.pop();
            if (!reached.containsKey(name)) {
                reached.put(name, kept(all.at(name), open));
            }
        }
    }

    Map<String, Object> collected() {
        Map<String, Object> collected = new TreeMap<>(reached);
        for (String error : errors) {
            collected.computeIfAbsent(error, name -> withoutMembers(all.at(name)));
        }
        return collected;
    }

    private static Map<String, Object> kept(Facts shape, Deque<String> open) {
        Map<String, Object> kept = Traits.kept(shape.values());
        for (String part : List.of("member", "key", "value")) {
            if (shape.has(part)) {
                kept.put(part, reference(shape.at(part), open));
            }
        }
        if (shape.has("members")) {
            Map<String, Object> members = new LinkedHashMap<>();
            Facts declared = shape.at("members");
            declared.keys().forEach(name -> members.put(name, reference(declared.at(name), open)));
            kept.put("members", members);
        }
        return kept;
    }

    private static Map<String, Object> reference(Facts reference, Deque<String> open) {
        open.push(reference.text("shape"));
        return Traits.kept(reference.values());
    }

    private static Map<String, Object> withoutMembers(Facts error) {
        Map<String, Object> kept = Traits.kept(error.values());
        kept.keySet().removeAll(Set.of("members", "required"));
        return kept;
    }
}
