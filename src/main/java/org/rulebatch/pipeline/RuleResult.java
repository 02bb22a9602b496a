package org.rulebatch.pipeline;

import java.util.List;
import org.rulebatch.generate.Provenance;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.requirement.RulePart;

/**
 * A rule and how it ended.
 *
 * @param parts what the rule asks, and what of it the check answers; empty where the rule was not taken apart
 */
public record RuleResult(RuleMetadata rule, Outcome outcome, Provenance provenance, List<RulePart> parts) {

    public RuleResult {
        parts = List.copyOf(parts);
    }
}
