package org.rulebatch.batch.accounts;

import java.util.ArrayList;
import java.util.List;
import org.rulebatch.engine.Geography;
import org.rulebatch.engine.Reach;
import org.rulebatch.ruleyaml.RuleDocument;

/** Divides a scan into its parts: the account's own checks with all its regions in view, then those of each region. */
final class Parts {

    private final List<RuleDocument> all;
    private final List<RuleDocument> ofAccount;
    private final List<RuleDocument> ofRegion;

    /** @param region any that is looked at */
    Parts(List<RuleDocument> documents, Geography geography, String region) {
        Reach reach = new Reach(geography, region);
        this.all = List.copyOf(documents);
        this.ofAccount = reach.ofAccount(documents);
        this.ofRegion = reach.ofRegion(documents);
    }

    /** An account whose regions are not known has one part, in which nothing can be looked at. */
    List<Part> of(Target target) {
        if (target.isOpen()) {
            return List.of(new Part(target.account(), Geography.GLOBAL, List.of(), all));
        }
        List<Part> parts = new ArrayList<>();
        if (!ofAccount.isEmpty()) {
            parts.add(new Part(target.account(), Geography.GLOBAL, target.regions(), ofAccount));
        }
        if (!ofRegion.isEmpty()) {
            target.regions()
                    .forEach(region -> parts.add(new Part(target.account(), region, List.of(region), ofRegion)));
        }
        return parts;
    }

    List<Part> of(ScanPlan plan) {
        return plan.targets().stream().flatMap(target -> of(target).stream()).toList();
    }
}
