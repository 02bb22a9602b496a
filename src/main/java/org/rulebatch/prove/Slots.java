package org.rulebatch.prove;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulebatch.language.Clue;
import org.rulebatch.language.Scope;
import org.rulebatch.language.value.Form;

/** The places of an answer for which something is chosen, and what can stand in each. */
final class Slots {

    /** Elements of a list that differ; further ones are like the last of them. */
    static final int ELEMENTS = 3;

    /** What a slot holds where a structure is there with what is chosen for its members. */
    static final Object THERE = "there";

    /** The step to the document that is read out of a text. */
    static final String DOCUMENT = "#json";

    private static final int LONGEST = 40;

    private final Choices choices;
    private final List<Slot> all = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Set<Object> sizes = new LinkedHashSet<>();
    private int owner = -1;
    private int element = -1;

    /**
     * @param root what the expressions read
     * @param lists the names of the further lists
     */
    Slots(Node root, Choices choices, List<Clue> clues, Set<String> lists) {
        this.choices = choices;
        for (Clue clue : clues) {
            if (clue.functions().contains("size")) {
                sizes.addAll(sizes(clue));
            }
        }
        Node item = root.members().get(Scope.ITEM);
        if (item != null) {
            item.members().forEach((name, member) -> add(member, Scope.ITEM + "." + name, 0));
        }
        for (String list : lists) {
            Node node = root.members().get(list);
            if (node != null) {
                add(node, list, 0);
            }
        }
    }

    List<Slot> all() {
        return all;
    }

    /** Which slot a place has; null where nothing is chosen for it. */
    @Nullable
    Integer index(String at) {
        return indexes.get(at);
    }

    private List<Object> sizes(Clue clue) {
        List<Object> found = new ArrayList<>();
        for (Object literal : choices.literals(clue)) {
            if (literal instanceof Long size && size >= 0 && size < LONGEST) {
                found.add(size.intValue());
                found.add(size.intValue() + 1);
                found.add(Math.max(0, size.intValue() - 1));
            }
        }
        return found;
    }

    private void add(Node node, String at, int index) {
        Node document = node.document();
        if (document != null) {
            document(document, at);
        } else if (node.isList()) {
            list(node, at);
        } else if (!node.members().isEmpty() || node.form() == Form.STRUCTURE && node.isAskedOfNetwork()) {
            structure(node, at, index);
        } else {
            List<@Nullable Object> values = new ArrayList<>(choices.of(node, index));
            values.add(null);
            slot(at, values, Math.min(index, 1), node.isOneOfMany());
        }
    }

    private void document(Node document, String at) {
        List<@Nullable Object> there = new ArrayList<>(List.of(THERE));
        there.add(null);
        slot(at, there, 0);
        within(indexes.getOrDefault(at, -1), -1, () -> add(document, at + DOCUMENT, 0));
    }

    private void structure(Node node, String at, int index) {
        if (node.isAskedOfNetwork()) {
            slot(at, new ArrayList<>(rules(node)), index);
        } else if (node.isRead() && !at.endsWith("]")) {
            List<@Nullable Object> there = new ArrayList<>(List.of(THERE));
            there.add(null);
            slot(at, there, 0);
        }
        int owner = indexes.getOrDefault(at, -1);
        within(owner, -1, () -> node.members().forEach((name, member) -> {
            for (String step : node.steps(name)) {
                add(member, at + "." + step, index);
            }
        }));
    }

    private List<Object> rules(Node rule) {
        List<Object> literals = new ArrayList<>();
        rule.clues().forEach(clue -> literals.addAll(choices.literals(clue)));
        return Openings.rules(rule.type(), literals);
    }

    private void list(Node node, String at) {
        boolean whole = node.isAskedOfNetwork();
        Node element = node.elements();
        Set<@Nullable Object> values = new LinkedHashSet<>();
        if (!whole) {
            values.add(1);
        }
        for (Clue clue : node.clues()) {
            if (clue.functions().contains("size")) {
                values.addAll(sizes(clue));
            }
        }
        if (whole) {
            rules(element).forEach(rule -> values.add(List.of(rule)));
            values.add(rules(element).subList(0, 2));
        } else {
            values.add(2);
            values.addAll(sizes);
            all(node).ifPresent(values::add);
        }
        values.add(0);
        if (at.contains(".")) {
            values.add(null);
        }
        slot(at, new ArrayList<>(values), 0);
        if (!whole) {
            int most = values.stream()
                    .filter(Integer.class::isInstance)
                    .mapToInt(size -> (Integer) size)
                    .max()
                    .orElse(1);
            for (int i = 0; i < Math.min(most, ELEMENTS); i++) {
                int each = i;
                within(indexes.getOrDefault(at, -1), i, () -> add(element, at + "[" + each + "]", each));
            }
        }
    }

    /** The list of all constants that the list is asked for. */
    private Optional<Object> all(Node node) {
        Set<Object> literals = new LinkedHashSet<>();
        node.clues().stream()
                .filter(clue -> !clue.functions().contains("size"))
                .forEach(clue -> literals.addAll(choices.literals(clue)));
        return literals.size() > 1 ? Optional.of(new ArrayList<>(literals)) : Optional.empty();
    }

    private void slot(String at, List<@Nullable Object> values, int first) {
        slot(at, values, first, false);
    }

    private void slot(String at, List<@Nullable Object> values, int first, boolean many) {
        indexes.put(at, all.size());
        all.add(new Slot(at, values, Math.min(first, values.size() - 1), owner, element, many));
    }

    private void within(int slot, int each, Runnable work) {
        int ownerBefore = owner;
        int elementBefore = element;
        if (slot >= 0) {
            owner = slot;
            element = each;
        }
        work.run();
        owner = ownerBefore;
        element = elementBefore;
    }
}
