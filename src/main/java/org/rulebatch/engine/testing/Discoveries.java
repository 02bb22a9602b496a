package org.rulebatch.engine.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.rulebatch.ruleyaml.Discovery;
import org.rulebatch.ruleyaml.RuleDocument;

/** The discoveries of a rule file while it is corrected, parents before children. */
final class Discoveries {

    private final Map<String, Discovery> byId = new LinkedHashMap<>();

    Discoveries(RuleDocument document) {
        document.discoveries().forEach(discovery -> byId.put(discovery.id(), discovery));
    }

    List<Discovery> all() {
        return List.copyOf(byId.values());
    }

    void change(String id, UnaryOperator<Discovery> change) {
        byId.computeIfPresent(id, (key, discovery) -> change.apply(discovery));
    }

    /** The one discovery above that emits a value of its own under the key; empty if there are several. */
    Optional<String> onlyEmitterBefore(String id, String key) {
        List<String> emitters = new ArrayList<>();
        for (Discovery discovery : byId.values()) {
            if (discovery.id().equals(id)) {
                break;
            }
            String template = discovery.item().get(key);
            if (template != null && !template.startsWith("{{ item.")) {
                emitters.add(discovery.id());
            }
        }
        return emitters.size() == 1 ? Optional.of(emitters.get(0)) : Optional.empty();
    }

    /** Whether the items of that discovery, or of one above it, have the key. */
    boolean emits(String id, String key) {
        Discovery at = byId.get(id);
        while (at != null && !at.item().containsKey(key)) {
            at = at.forEach() == null ? null : byId.get(at.forEach());
        }
        return at != null;
    }

    static Discovery under(String parent, Discovery old) {
        return new Discovery(
                old.id(), parent, old.client(), old.action(), old.params(), old.saveAs(), old.itemsFor(), old.item());
    }

    static Discovery with(Map<String, Object> params, Discovery old) {
        return new Discovery(
                old.id(), old.forEach(), old.client(), old.action(), params, old.saveAs(), old.itemsFor(), old.item());
    }
}
