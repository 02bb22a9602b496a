package org.rulebatch.report.entry;

/** One condition of a run's success; {@code actual} says in a few words what was found. */
public record Criterion(String name, boolean met, String actual) {}
