package org.rulebatch.pipeline;

import org.rulebatch.generate.Provenance;
import org.rulebatch.metadata.RuleMetadata;

/** A rule and how it ended. */
public record RuleResult(RuleMetadata rule, Outcome outcome, Provenance provenance) {}
