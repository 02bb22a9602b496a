package org.rulebatch.prove;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulebatch.ruleyaml.Discovery;

/** One item that a discovery emits in an example: what the answer holds for it, and the keys that it has by then. */
final class Instance {

    private final Discovery discovery;
    private final @Nullable Instance parent;
    private final Shapes shapes;
    private final Map<String, Object> element = new LinkedHashMap<>();
    private final Map<String, Object> answer = new LinkedHashMap<>();
    private final Map<String, Object> keys = new LinkedHashMap<>();

    Instance(Discovery discovery, @Nullable Instance parent, Shapes shapes) {
        this.shapes = shapes;
        this.discovery = discovery;
        this.parent = parent;
    }

    Discovery discovery() {
        return discovery;
    }

    @Nullable
    Instance parent() {
        return parent;
    }

    /** What stands in the list that the discovery goes through. */
    Map<String, Object> element() {
        return element;
    }

    /** What stands in the answer beside the list, or is the answer where there is none. */
    Map<String, Object> answer() {
        return answer;
    }

    @Nullable
    Object key(String key) {
        return keys.get(key);
    }

    /** Has the answer hold what makes the key have the value; whether it is this discovery or one above that emits it. */
    void emit(String key, Object value) {
        String template = discovery.item().get(key);
        Instance above = parent;
        List<String> steps = template == null ? List.of("item", key) : shapes.steps(template);
        if (!steps.get(0).equals("item")) {
            boolean own = steps.get(0).equals(Discovery.ELEMENT) && discovery.itemsFor() != null;
            keys.put(key, value);
            if (steps.size() == 1) {
                if (value instanceof Map<?, ?> whole) {
                    whole.forEach((name, each) -> (own ? element : answer).put(name.toString(), each));
                }
                return;
            }
            Structures.put(own ? element : answer, steps.subList(1, steps.size()), value);
        } else if (above != null && steps.size() == 2) {
            above.emit(steps.get(1), value);
            keys.put(key, value);
        }
    }

    /** The value of a key of this item or of those above it. */
    @Nullable
    Object inherited(String key) {
        Object own = keys.get(key);
        return own != null || parent == null ? own : parent.inherited(key);
    }
}
