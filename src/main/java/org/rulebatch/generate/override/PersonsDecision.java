package org.rulebatch.generate.override;

import org.rulebatch.requirement.Decision;

/** What a person decided about a rule. */
public record PersonsDecision(String ruleId, Decision decision) {}
