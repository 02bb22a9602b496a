package org.rulebatch.ruleyaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.FieldType;
import org.rulebatch.catalog.Nouns;
import org.rulebatch.catalog.Parameter;

/** A discovery while its file is being planned: what it emits grows with the checks that need it. */
final class DiscoveryNode {

    private final PlannedCall call;
    private final String id;
    private final String saveAs;
    private final @Nullable DiscoveryNode parent;
    private final List<DiscoveryNode> children = new ArrayList<>();
    private final Map<String, Object> params = new LinkedHashMap<>();
    private final Map<String, String> item = new LinkedHashMap<>();
    private final Map<String, String> keys = new LinkedHashMap<>();

    /** @param wanted keys by which expressions name values, emitted before all others */
    DiscoveryNode(
            PlannedCall call,
            String id,
            String saveAs,
            @Nullable DiscoveryNode parent,
            Map<String, ItemPlan.Member> wanted) {
        this.call = call;
        this.id = id;
        this.saveAs = saveAs;
        this.parent = parent;
        if (parent != null) {
            parent.children.add(this);
        }
        bindParameters();
        emitAll(wanted);
        emitIdentity();
    }

    /** Whether the keys by which expressions name values are free here, or name these values already. */
    boolean canEmit(Map<String, ItemPlan.Member> wanted) {
        return wanted.entrySet().stream().allMatch(each -> canEmit(each.getKey(), each.getValue()));
    }

    private boolean canEmit(String key, ItemPlan.Member member) {
        String taken = item.get(key);
        return taken == null || taken.equals(template(member));
    }

    /** Emits values under the keys by which expressions name them. */
    void emitAll(Map<String, ItemPlan.Member> wanted) {
        wanted.forEach((key, member) -> {
            if (member.from().equals(call)) {
                keys.putIfAbsent(member.path(), key);
            }
            item.putIfAbsent(key, template(member));
        });
    }

    private String template(ItemPlan.Member member) {
        if (member.from().equals(call) || parent == null) {
            return template(member.path());
        }
        return Template.item(parent.carry(member.from(), member.path()));
    }

    String id() {
        return id;
    }

    /**
     * Emits a value of the response.
     *
     * @param path from the response's root, without a list between the items and the value
     * @return the key it is emitted under
     */
    String emit(String path) {
        String known = keys.get(path);
        if (known != null) {
            return known;
        }
        String key = freeKey(path);
        keys.put(path, key);
        item.put(key, template(path));
        return key;
    }

    /** Makes a value of this discovery or of one above it an emitted key of this one. */
    String carry(PlannedCall from, String path) {
        if (from.equals(call)) {
            return emit(path);
        }
        if (parent == null) {
            throw new IllegalStateException(id + " has no ancestor " + from.operation());
        }
        String key = parent.carry(from, path);
        return carried(from, key);
    }

    /** The key of a value of the parent's items; a name that means another value here gets the read's before it. */
    private String carried(PlannedCall from, String key) {
        String template = Template.item(key);
        String own = key;
        while (!item.getOrDefault(own, template).equals(template)) {
            own = from.operation().method() + "_" + own;
        }
        item.put(own, template);
        return own;
    }

    Discovery discovery() {
        String items = call.items().isEmpty()
                ? null
                : Template.below(saveAs, call.items().substring(0, call.items().length() - 2));
        return new Discovery(
                id,
                parent == null ? null : parent.id,
                call.operation().client(),
                call.operation().method(),
                params,
                saveAs,
                items,
                item);
    }

    private void bindParameters() {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        call.operation().parameters().forEach(parameter -> parameters.put(parameter.name(), parameter));
        for (String name : parameters.keySet()) {
            PlannedCall.Supply supply = call.bound().get(name);
            Object literal = call.literals().get(name);
            if (supply != null && parent != null) {
                String template = Template.item(parent.carry(supply.from(), supply.path()));
                boolean list = parameters.get(name).type() == FieldType.LIST;
                Object plain = list ? List.of(template) : template;
                params.put(name, literal == null ? plain : Template.fill(literal, template));
            } else if (literal != null) {
                params.put(name, literal);
            }
        }
    }

    /** Emits what names the resource: its own id, name and ARN, and what named the ones above it. */
    private void emitIdentity() {
        if (parent != null) {
            parent.item.forEach((key, template) -> {
                if (parent.isIdentity(key)) {
                    item.putIfAbsent(key, Template.item(key));
                }
            });
        }
        Identity.paths(call).forEach(this::emit);
    }

    private boolean isIdentity(String key) {
        boolean own = keys.entrySet().stream()
                .anyMatch(entry ->
                        entry.getValue().equals(key) && Identity.paths(call).contains(entry.getKey()));
        return own || (parent != null && parent.isIdentity(key));
    }

    private String template(String path) {
        if (call.items().isEmpty()) {
            return Template.below(saveAs, path);
        }
        String rest = path.substring(call.items().length());
        return Template.below(Discovery.ELEMENT, rest.startsWith(".") ? rest.substring(1) : rest);
    }

    /** The member's name, with as much of the path before it as tells it from what else is emitted on the line. */
    private String freeKey(String path) {
        String plain = path.endsWith("[]") ? elementName(path) : path;
        String[] members = plain.replace("[]", "").replace("{}", "").split("\\.");
        String key = "";
        for (int i = members.length - 1; i >= 0; i--) {
            key = key.isEmpty() ? members[i] : members[i] + "_" + key;
            if (!takenAbove(key) && !takenBelow(key)) {
                return key;
            }
        }
        return call.operation().method() + "_" + key;
    }

    static String elementName(String path) {
        String list = path.substring(0, path.length() - 2);
        int dot = list.lastIndexOf('.');
        return list.substring(0, dot + 1) + Nouns.singular(list.substring(dot + 1));
    }

    private boolean takenAbove(String key) {
        return item.containsKey(key) || (parent != null && parent.takenAbove(key));
    }

    private boolean takenBelow(String key) {
        return children.stream().anyMatch(child -> child.item.containsKey(key) || child.takenBelow(key));
    }
}
