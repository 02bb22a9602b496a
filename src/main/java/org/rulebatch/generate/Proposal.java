package org.rulebatch.generate;

import java.util.List;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.RulePart;

/**
 * A decision, and where it comes from.
 *
 * @param parts what the rule asks, and what of it the check answers; empty where the rule was not taken apart
 */
public record Proposal(Decision decision, Provenance provenance, List<RulePart> parts) {

    public Proposal {
        parts = List.copyOf(parts);
    }

    /** A decision about a rule that was not taken apart. */
    public Proposal(Decision decision, Provenance provenance) {
        this(decision, provenance, List.of());
    }
}
