package org.rulebatch.generate;

import org.rulebatch.requirement.Decision;

/** A decision, and where it comes from. */
public record Proposal(Decision decision, Provenance provenance) {}
