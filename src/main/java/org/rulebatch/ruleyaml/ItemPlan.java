package org.rulebatch.ruleyaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rulebatch.catalog.Field;
import org.rulebatch.catalog.FieldType;
import org.rulebatch.catalog.Paginator;
import org.rulebatch.language.value.Origin;
import org.rulebatch.requirement.Read;

/**
 * Reads on one line whose last one's items have the members of what all of them answer.
 *
 * @param last the read whose items they are
 * @param members the keys of an item and where their values come from
 */
public record ItemPlan(PlannedCall last, Map<String, Member> members) {

    /**
     * Where the value of a key comes from.
     *
     * @param from a read on the line
     * @param path from the root of its answer
     */
    public record Member(PlannedCall from, String path) {

        /** The path below the items of the read. */
        public String belowItems() {
            String rest = path.substring(from.items().length());
            return rest.startsWith(".") ? rest.substring(1) : rest;
        }

        Origin origin() {
            String items = from.items();
            String list = items.isEmpty() ? "" : items.substring(0, items.length() - 2);
            return new Origin(from.operation().client(), from.operation().method(), list, belowItems());
        }
    }

    public ItemPlan {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /**
     * Plans items, with every member that they can have.
     *
     * @return empty if a read has no plan, or two reads are about unrelated resources
     */
    public static Optional<ItemPlan> of(Chains chains, List<Read> reads) {
        PlannedCall last = null;
        for (Read read : reads) {
            Optional<PlannedCall> own = chains.plan(read.call());
            if (own.isEmpty()) {
                return Optional.empty();
            }
            String items = read.items();
            PlannedCall joined = (items == null ? own.get() : own.get().withItems(items)).onLine(last);
            if (joined == null) {
                return Optional.empty();
            }
            last = last == null || joined.depth() > last.depth() ? joined : last;
        }
        return Optional.ofNullable(last).map(ItemPlan::of);
    }

    /** The items of a planned read, with every member that they can have. */
    static ItemPlan of(PlannedCall last) {
        return new ItemPlan(last, members(last));
    }

    /** Where the value of each key comes from, as expressions are typed by. */
    public Map<String, Origin> origins() {
        Map<String, Origin> origins = new LinkedHashMap<>();
        members.forEach((key, member) -> origins.put(key, member.origin()));
        return origins;
    }

    /** The same items with the members of some keys only. */
    public ItemPlan only(Collection<String> keys) {
        Map<String, Member> some = new LinkedHashMap<>(members);
        some.keySet().retainAll(keys);
        return new ItemPlan(last, some);
    }

    /** The keys, those of the later reads first; of one name the later read's counts. */
    private static Map<String, Member> members(PlannedCall last) {
        Map<String, Member> members = new LinkedHashMap<>();
        for (PlannedCall at = last; at != null; at = at.parent()) {
            PlannedCall call = at;
            List<Field> own = children(call, call.items());
            own.forEach(field -> members.putIfAbsent(key(field), new Member(call, field.path())));
            wrapped(call, own).forEach(field -> members.putIfAbsent(key(field), new Member(call, field.path())));
        }
        return members;
    }

    /** The members of the one structure in which an answer wraps what it describes. */
    private static List<Field> wrapped(PlannedCall call, List<Field> own) {
        List<Field> structures = own.stream()
                .filter(field -> field.type() == FieldType.STRUCTURE)
                .toList();
        return call.items().isEmpty() && structures.size() == 1
                ? children(call, structures.get(0).path())
                : List.of();
    }

    private static List<Field> children(PlannedCall call, String path) {
        List<Field> children = new ArrayList<>();
        for (Field field : call.operation().fields()) {
            String rest = path.isEmpty()
                    ? field.path()
                    : field.path().startsWith(path + ".") ? field.path().substring(path.length() + 1) : "";
            boolean itself = !path.isEmpty() && field.path().equals(path) && field.type() != FieldType.STRUCTURE;
            boolean direct = !rest.isEmpty() && rest.matches("[^.\\[{]+") && !isToken(call, field);
            if (direct || itself) {
                children.add(field);
            }
        }
        return children;
    }

    private static boolean isToken(PlannedCall call, Field field) {
        return call.operation()
                .paginator()
                .filter((Paginator paginator) -> paginator.isToken(field))
                .isPresent();
    }

    private static String key(Field field) {
        return field.path().endsWith("[]") || field.path().endsWith("{}")
                ? DiscoveryNode.elementName(field.path())
                : field.member();
    }
}
