package org.rulebatch.ruleyaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One service's rule file.
 *
 * @param discoveries parents before children
 * @param checks in the order of their rule ids
 */
public record RuleDocument(String service, List<Discovery> discoveries, List<Check> checks) {

    public RuleDocument {
        discoveries = List.copyOf(discoveries);
        checks = List.copyOf(checks);
    }

    /** One of its checks alone, with the discoveries that it needs. */
    public RuleDocument only(Check check) {
        Set<String> needed = new HashSet<>(Set.of(check.forEach()));
        if (check.demand() instanceof Demand.Expressions asked) {
            needed.addAll(asked.with().values());
        }
        List<Discovery> kept = new ArrayList<>();
        for (int i = discoveries.size() - 1; i >= 0; i--) {
            Discovery discovery = discoveries.get(i);
            if (needed.contains(discovery.id())) {
                kept.add(discovery);
                String parent = discovery.forEach();
                needed.add(parent == null ? discovery.id() : parent);
            }
        }
        Collections.reverse(kept);
        return new RuleDocument(service, kept, List.of(check));
    }
}
