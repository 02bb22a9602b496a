package org.rulebatch.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulebatch.ruleyaml.Discovery;

/** Makes a discovery's items out of the reply to its call for one item of the parent. */
final class Emission {

    private final Discovery discovery;
    private final Map<String, Object> parent;

    Emission(Discovery discovery, Map<String, Object> parent) {
        this.discovery = discovery;
        this.parent = parent;
    }

    List<Map<String, Object>> of(ReadReply reply) {
        if (reply instanceof ReadReply.Answer answer) {
            return answered(answer.response());
        }
        if (reply instanceof ReadReply.NotConfigured) {
            return answered(Map.of());
        }
        ReadReply.Failure failure = (ReadReply.Failure) reply;
        String operation = discovery.client() + "." + discovery.action();
        return unknown(new Open(discovery.id(), operation, Optional.of(failure.type()), failure.message()));
    }

    /** One item: what the parent gives is known, what the call would have given is not. */
    List<Map<String, Object>> unknown(Open open) {
        Map<String, Object> scope = new HashMap<>();
        scope.put(discovery.saveAs(), open);
        scope.put(Discovery.ELEMENT, open);
        return List.of(item(scope));
    }

    private List<Map<String, Object>> answered(Map<String, Object> response) {
        Map<String, Object> scope = new HashMap<>();
        scope.put(discovery.saveAs(), response);
        String itemsFor = discovery.itemsFor();
        if (itemsFor == null) {
            return List.of(item(scope));
        }
        List<Map<String, Object>> items = new ArrayList<>();
        for (Object element : elements(ValuePath.ofTemplate(itemsFor).value(scope))) {
            scope.put(Discovery.ELEMENT, element);
            items.add(item(scope));
        }
        return items;
    }

    /** The elements of a list, and of the lists in it; a map's are its values. */
    private static List<Object> elements(@Nullable Object value) {
        List<Object> elements = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(each -> {
                if (each instanceof List<?> nested) {
                    elements.addAll(elements(nested));
                } else {
                    elements.add(each);
                }
            });
        } else if (value instanceof Map<?, ?> map) {
            elements.addAll(map.values());
        }
        return elements;
    }

    private Map<String, Object> item(Map<String, Object> scope) {
        scope.put("item", parent);
        Map<String, Object> item = new LinkedHashMap<>(parent);
        discovery.item().forEach((key, template) -> {
            Object value = ValuePath.ofTemplate(template).value(scope);
            if (value == null) {
                item.remove(key);
            } else {
                item.put(key, value);
            }
        });
        return item;
    }
}
