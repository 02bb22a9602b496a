package org.rulebatch.prove;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulebatch.language.Clue;
import org.rulebatch.language.value.Form;
import org.rulebatch.language.Scope;

/** The answers among which examples are searched: what can stand at each place, and the values that a choice of all makes. */
final class Space {

    /** Elements of a list that differ; further ones are like the last of them. */
    private static final int ELEMENTS = 3;

    private static final int LONGEST = 40;

    /** What a slot holds where a structure is there with what is chosen for its members. */
    private static final Object THERE = "there";

    /** The step to the document that is read out of a text. */
    private static final String DOCUMENT = "#json";

    private final Node root;
    private final Choices choices;
    private final OwnLists own;
    private final Map<String, Object> around;
    private final List<Slot> slots = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Set<Object> sizes = new LinkedHashSet<>();
    private int owner = -1;
    private int element = -1;

    /**
     * @param lists the names of the further lists
     * @param own says which of them the judged item is in itself
     * @param around the values of the other variables
     */
    Space(Node root, Choices choices, List<Clue> clues, Set<String> lists, OwnLists own, Map<String, Object> around) {
        this.own = own;
        this.root = root;
        this.choices = choices;
        this.around = around;
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

    /** The keys of items that the expressions read. */
    Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        for (Node variable : root.members().values()) {
            keys.addAll(variable.members().keySet());
            if (variable.isList()) {
                keys.addAll(variable.elements().members().keySet());
            }
        }
        return keys;
    }

    List<Slot> slots() {
        return slots;
    }

    /** How long the lists are, those of more than three elements as such of three. */
    List<Integer> sizes(int[] chosen) {
        List<Integer> lengths = new ArrayList<>();
        for (int i = 0; i < chosen.length; i++) {
            if (slots.get(i).choices().get(chosen[i]) instanceof Integer size) {
                lengths.add(Math.min(size, ELEMENTS));
            }
        }
        return lengths;
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
    private java.util.Optional<Object> all(Node node) {
        Set<Object> literals = new LinkedHashSet<>();
        node.clues().stream()
                .filter(clue -> !clue.functions().contains("size"))
                .forEach(clue -> literals.addAll(choices.literals(clue)));
        return literals.size() > 1 ? java.util.Optional.of(new ArrayList<>(literals)) : java.util.Optional.empty();
    }

    private void slot(String at, List<@Nullable Object> values, int first) {
        slot(at, values, first, false);
    }

    private void slot(String at, List<@Nullable Object> values, int first, boolean many) {
        indexes.put(at, slots.size());
        slots.add(new Slot(at, values, Math.min(first, values.size() - 1), owner, element, many));
    }

    /** Which of several values that the expressions name stands in each place that matters. */
    List<String> named(int[] chosen) {
        List<String> named = new ArrayList<>();
        for (int i = 0; i < chosen.length; i++) {
            if (slots.get(i).namesMany() && matters(i, chosen)) {
                named.add(slots.get(i).at() + " " + slots.get(i).choices().get(chosen[i]));
            }
        }
        return named;
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

    /** Whether it matters what is chosen in a slot: the structure that it is in is there, and the list is long enough. */
    boolean matters(int slot, int[] chosen) {
        for (int at = slot; slots.get(at).owner() >= 0; at = slots.get(at).owner()) {
            Slot in = slots.get(slots.get(at).owner());
            Object choice = in.choices().get(chosen[slots.get(at).owner()]);
            boolean there =
                    choice instanceof Integer size ? size > slots.get(at).element() : choice == THERE;
            if (!there) {
                return false;
            }
        }
        return true;
    }

    /** The values of all variables, for a choice in each slot. */
    Map<String, Object> values(int[] chosen) {
        Map<String, Object> values = new HashMap<>(around);
        Node item = root.members().get(Scope.ITEM);
        Map<String, Object> judged = item == null ? Map.of() : members(item, Scope.ITEM, chosen, Map.of());
        values.put(Scope.ITEM, judged);
        root.members().forEach((name, node) -> {
            if (indexes.containsKey(name)) {
                List<?> list = value(node, name, chosen) instanceof List<?> some ? some : List.of();
                values.put(name, own.of(name, list, item, judged));
            }
        });
        return values;
    }

    private Map<String, Object> members(Node node, String at, int[] chosen, Map<?, ?> base) {
        Map<String, Object> members = new LinkedHashMap<>();
        base.forEach((name, value) -> members.put(name.toString(), value));
        node.members().forEach((name, member) -> {
            for (String step : node.steps(name)) {
                Object value = value(member, at + "." + step, chosen);
                if (value != null) {
                    members.put(step.equals("*") ? "main" : step, value);
                }
            }
        });
        return members;
    }

    private @Nullable Object value(Node node, String at, int[] chosen) {
        Integer index = indexes.get(at);
        Object choice = index == null ? THERE : slots.get(index).choices().get(chosen[index]);
        Node document = node.document();
        if (document != null) {
            return choice == null ? null : JsonText.of(value(document, at + DOCUMENT, chosen));
        }
        if (node.isList() && choice instanceof Integer size) {
            return elements(node, at, size, chosen);
        }
        if (node.members().isEmpty() || choice == null || node.isList()) {
            return choice;
        }
        Map<?, ?> base = choice instanceof Map<?, ?> map ? map : Map.of();
        Map<String, Object> members = members(node, at, chosen, base);
        return members.isEmpty() && index == null && !at.endsWith("]") ? null : members;
    }

    private List<Object> elements(Node list, String at, int size, int[] chosen) {
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Object element = value(list.elements(), at + "[" + Math.min(i, ELEMENTS - 1) + "]", chosen);
            if (element != null) {
                elements.add(element);
            }
        }
        return elements;
    }
}
