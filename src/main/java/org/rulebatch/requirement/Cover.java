package org.rulebatch.requirement;

/** Words of a rule and the piece of the check that answers them. */
public record Cover(String text, Piece by) {}
