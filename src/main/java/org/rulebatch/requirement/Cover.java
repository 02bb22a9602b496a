package org.rulebatch.requirement;

/**
 * A part of a rule's text and what answers it.
 *
 * @param by {@code where} or {@code complies}
 */
public record Cover(String text, String by) {}
