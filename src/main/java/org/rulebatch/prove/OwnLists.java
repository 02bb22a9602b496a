package org.rulebatch.prove;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The further lists that hold the judged item itself, because they come from the same reads as it does.
 *
 * @param names what the check calls them
 */
record OwnLists(Set<String> names) {

    /**
     * @param forEach the discovery that gives the items
     * @param with the discovery that gives each further list, by its name
     */
    static OwnLists of(String forEach, Map<String, String> with) {
        return new OwnLists(with.entrySet().stream()
                .filter(list -> list.getValue().equals(forEach))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * The list as it must be beside the judged item: with the item as its first element where it holds it.
     *
     * @param item what the check reads of the item; null for nothing
     */
    List<?> of(String name, List<?> list, @Nullable Node item, Map<String, Object> judged) {
        if (!names.contains(name)) {
            return list;
        }
        Map<String, Object> first = new LinkedHashMap<>();
        if (!list.isEmpty() && list.get(0) instanceof Map<?, ?> members) {
            members.forEach((key, value) -> first.put(key.toString(), value));
        }
        if (item != null) {
            first.keySet().removeAll(item.members().keySet());
        }
        first.putAll(judged);
        List<Object> all = new ArrayList<>(List.of(first));
        list.stream().skip(1).forEach(all::add);
        return all;
    }
}
