package org.rulebatch.prove;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rulebatch.language.Clue;
import org.rulebatch.language.Expression;
import org.rulebatch.language.value.Form;
import org.rulebatch.language.value.Type;

/** A place that expressions read, with the places below it. */
final class Node {

    private static final Pattern STEP =
            Pattern.compile("\\.?([A-Za-z_][A-Za-z0-9_]*)|\\[\"([^\"]*)\"]|(\\[\\d*])|(#json)");

    private final String name;
    private String place = "";
    private final Map<String, Node> members = new LinkedHashMap<>();
    private final List<Clue> clues = new ArrayList<>();
    private @Nullable Node element;
    private @Nullable Node document;
    private @Nullable Type type;

    private Node(String name) {
        this.name = name;
    }

    /** What the expressions read, below one root. */
    static Node of(List<Expression> expressions) {
        Node root = new Node("");
        for (Expression expression : expressions) {
            expression.reads().forEach(root::at);
            expression.types().forEach((place, type) -> root.at(place).type = type);
            for (Clue clue : expression.clues()) {
                clue.places().forEach(place -> {
                    Node node = root.at(place);
                    node.clues.add(clue);
                    node.place = place;
                });
            }
        }
        return root;
    }

    private Node at(String place) {
        Node node = this;
        Matcher steps = STEP.matcher(place);
        while (steps.find()) {
            String key = steps.group(1) == null ? steps.group(2) : steps.group(1);
            if (steps.group(4) != null) {
                node = node.read();
            } else {
                node = key == null ? node.each() : node.member(key);
            }
        }
        return node;
    }

    private Node member(String key) {
        return members.computeIfAbsent(key, Node::new);
    }

    private Node each() {
        Node each = element;
        if (each == null) {
            each = new Node(name);
            element = each;
        }
        return each;
    }

    private Node read() {
        Node read = document;
        if (read == null) {
            read = new Node(name);
            document = read;
        }
        return read;
    }

    /** The document of JSON whose text this is; null where it is read as nothing but text. */
    @Nullable
    Node document() {
        return document;
    }

    /** The name of the member that it is, or whose element it is. */
    String name() {
        return name;
    }

    Map<String, Node> members() {
        return members;
    }

    /** The elements of the list that this is; what is asked of a list of plain values is asked of them. */
    Node elements() {
        boolean known = element != null;
        Node each = each();
        if (!known) {
            Type list = type;
            each.type = list == null ? null : list.part().orElse(null);
            clues.stream().filter(clue -> !clue.functions().contains("size")).forEach(each.clues::add);
            each.place = place;
        }
        return each;
    }

    /** How clues name it. */
    String place() {
        return place;
    }

    /** The names under which a member stands: of the values of a map, the keys by which it is asked where they are known. */
    List<String> steps(String name) {
        List<String> keys = name.equals("*") ? keys() : List.of();
        return keys.isEmpty() ? List.of(name) : keys;
    }

    private List<String> keys() {
        return clues.stream()
                .flatMap(clue -> clue.literals().stream())
                .filter(String.class::isInstance)
                .map(Object::toString)
                .distinct()
                .toList();
    }

    List<Clue> clues() {
        return clues;
    }

    @Nullable
    Type type() {
        return type;
    }

    /** What kind of value it is, by its type or by how it is read. */
    Form form() {
        if (element != null) {
            return Form.LIST;
        }
        if (!members.isEmpty()) {
            return Form.STRUCTURE;
        }
        return type == null ? Form.ANY : type.form();
    }

    boolean isList() {
        return form() == Form.LIST;
    }

    /** Whether the whole of it is asked for, as by {@code has()}, and not only places below it. */
    boolean isRead() {
        return type != null;
    }

    /** Whether functions of networks ask it: which ports are open, and to whom. */
    boolean isAskedOfNetwork() {
        return clues.stream()
                .flatMap(clue -> clue.functions().stream())
                .anyMatch(name -> name.startsWith("opens") || name.startsWith("from") || name.startsWith("acl"));
    }

    /** Whether it is asked to be one of several constants. */
    boolean isOneOfMany() {
        return clues.stream()
                .anyMatch(clue ->
                        clue.functions().contains("@in") && clue.literals().size() > 1);
    }

    boolean calls(String function) {
        return clues.stream().anyMatch(clue -> clue.functions().contains(function));
    }
}
