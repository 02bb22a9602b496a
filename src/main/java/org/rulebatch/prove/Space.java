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
import org.rulebatch.language.Scope;

/** The answers among which examples are searched: what can stand at each place, and the values that a choice of all makes. */
final class Space {

    private final Node root;
    private final OwnLists own;
    private final Map<String, Object> around;
    private final Slots places;

    /**
     * @param lists the names of the further lists
     * @param own says which of them the judged item is in itself
     * @param around the values of the other variables
     */
    Space(Node root, Choices choices, List<Clue> clues, Set<String> lists, OwnLists own, Map<String, Object> around) {
        this.root = root;
        this.own = own;
        this.around = around;
        this.places = new Slots(root, choices, clues, lists);
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
        return places.all();
    }

    /** How long the lists are, those of more than three elements as such of three. */
    List<Integer> sizes(int[] chosen) {
        List<Integer> lengths = new ArrayList<>();
        for (int i = 0; i < chosen.length; i++) {
            if (slots().get(i).choices().get(chosen[i]) instanceof Integer size) {
                lengths.add(Math.min(size, Slots.ELEMENTS));
            }
        }
        return lengths;
    }

    /** Which of several values that the expressions name stands in each place that matters. */
    List<String> named(int[] chosen) {
        List<String> named = new ArrayList<>();
        for (int i = 0; i < chosen.length; i++) {
            if (slots().get(i).namesMany() && matters(i, chosen)) {
                named.add(slots().get(i).at() + " " + slots().get(i).choices().get(chosen[i]));
            }
        }
        return named;
    }

    /** Whether it matters what is chosen in a slot: the structure that it is in is there, and the list is long enough. */
    boolean matters(int slot, int[] chosen) {
        for (int at = slot; slots().get(at).owner() >= 0; at = slots().get(at).owner()) {
            Slot in = slots().get(slots().get(at).owner());
            Object choice = in.choices().get(chosen[slots().get(at).owner()]);
            boolean there =
                    choice instanceof Integer size ? size > slots().get(at).element() : choice == Slots.THERE;
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
            if (places.index(name) != null) {
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
        Integer index = places.index(at);
        Object choice =
                index == null ? Slots.THERE : slots().get(index).choices().get(chosen[index]);
        Node document = node.document();
        if (document != null) {
            return choice == null ? null : JsonText.of(value(document, at + Slots.DOCUMENT, chosen));
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
            Object element = value(list.elements(), at + "[" + Math.min(i, Slots.ELEMENTS - 1) + "]", chosen);
            if (element != null) {
                elements.add(element);
            }
        }
        return elements;
    }
}
