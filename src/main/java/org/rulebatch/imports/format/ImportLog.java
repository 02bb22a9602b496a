package org.rulebatch.imports.format;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What reading found, what it left out, and the keys whose content has no place in rule metadata. */
public final class ImportLog {

    private final TreeMap<String, ForeignRule> found = new TreeMap<>();
    private final Frameworks frameworks = new Frameworks();
    private final List<String> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final TreeMap<String, Integer> dropped = new TreeMap<>();

    /** A check; one that stands in two standards is one. */
    void found(ForeignRule rule) {
        ForeignRule first = found.putIfAbsent(rule.id(), rule);
        if (first != null && first.saysTheSameAs(rule)) {
            found.put(rule.id(), first.answering(rule.requirements()));
        } else if (first != null) {
            leftOut(rule.place(), rule.id(), "says something else than in " + first.place(), "import one of them");
        }
    }

    /** What selects checks of Prowler. */
    Frameworks frameworks() {
        return frameworks;
    }

    /** A check that becomes no rule. */
    public void leftOut(String place, String id, String why, String hint) {
        problems.add(place + ": " + (id.isEmpty() ? "" : id + " ") + "left out: " + why + "; " + hint);
    }

    /** What people should know, and need do nothing about. */
    public void note(String text) {
        notes.add(text);
    }

    void dropped(String key) {
        dropped.merge(key, 1, Integer::sum);
    }

    /** What was found, in the order of the ids; of Prowler's checks those of the frameworks, where there are any. */
    public List<ForeignRule> rules() {
        return frameworks.selected(found, this);
    }

    public List<String> problems() {
        return List.copyOf(problems);
    }

    public List<String> notes() {
        return List.copyOf(notes);
    }

    public TreeMap<String, Integer> droppedKeys() {
        return new TreeMap<>(dropped);
    }
}
