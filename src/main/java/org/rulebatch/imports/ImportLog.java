package org.rulebatch.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What reading found, what it left out, and the keys whose content has no place in rule metadata. */
final class ImportLog {

    private final TreeMap<String, ForeignRule> found = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private final TreeMap<String, Integer> dropped = new TreeMap<>();

    /** A check; one that stands in two standards is one. */
    void found(ForeignRule rule) {
        ForeignRule first = found.putIfAbsent(rule.id(), rule);
        if (first != null && first.saysTheSameAs(rule)) {
            found.put(rule.id(), first.with(rule.requirements()));
        } else if (first != null) {
            leftOut(rule.place(), rule.id(), "says something else than in " + first.place(), "import one of them");
        }
    }

    /** A check that becomes no rule. */
    void leftOut(String place, String id, String why, String hint) {
        problems.add(place + ": " + (id.isEmpty() ? "" : id + " ") + "left out: " + why + "; " + hint);
    }

    void dropped(String key) {
        dropped.merge(key, 1, Integer::sum);
    }

    /** In the order of their ids. */
    List<ForeignRule> rules() {
        return List.copyOf(found.values());
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    TreeMap<String, Integer> droppedKeys() {
        return new TreeMap<>(dropped);
    }
}
