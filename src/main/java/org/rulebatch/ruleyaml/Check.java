package org.rulebatch.ruleyaml;

/**
 * A rule as it is executed.
 *
 * @param forEach the discovery whose items are judged
 */
public record Check(String ruleId, String title, String severity, String forEach, Clause conditions) {}
