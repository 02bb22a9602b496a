package org.rulebatch.requirement;

/**
 * A possible answer, for a person who reviews the rule.
 *
 * @param score 0 to 1, higher is better
 * @param source what proposed it: {@code knowledge} or {@code retrieval}
 */
public record Candidate(Requirement requirement, double score, String source) {}
