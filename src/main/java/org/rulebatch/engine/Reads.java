package org.rulebatch.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rulebatch.ruleyaml.Check;
import org.rulebatch.ruleyaml.Demand;
import org.rulebatch.ruleyaml.Discovery;
import org.rulebatch.ruleyaml.RuleDocument;

/** Knows in which regions the reads of a rule file's checks are made. */
final class Reads {

    private final Geography geography;
    private final Map<String, Discovery> discoveries = new HashMap<>();

    Reads(RuleDocument document, Geography geography) {
        this.geography = geography;
        document.discoveries().forEach(discovery -> discoveries.put(discovery.id(), discovery));
    }

    /** Where the check's reads are made for a region, those of its further discoveries among them. */
    List<String> of(Check check, String region) {
        List<String> asked = new ArrayList<>(of(check.forEach(), region));
        with(check).values().forEach(id -> asked.addAll(of(id, region)));
        return asked;
    }

    /** Whether the check's reads are the same whichever region is looked at. */
    boolean areGlobal(Check check, String region) {
        return of(check, region).equals(of(check, ""));
    }

    /** The discoveries that stand beside the one whose items are judged, by name. */
    static Map<String, String> with(Check check) {
        return check.demand() instanceof Demand.Expressions asked ? asked.with() : Map.of();
    }

    private List<String> of(String id, String region) {
        List<String> asked = new ArrayList<>();
        Discovery at = discoveries.get(id);
        while (at != null) {
            asked.add(geography.regionFor(at.client(), region));
            String parent = at.forEach();
            at = parent == null ? null : discoveries.get(parent);
        }
        return asked;
    }
}
