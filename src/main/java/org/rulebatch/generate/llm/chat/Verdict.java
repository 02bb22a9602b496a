package org.rulebatch.generate.llm.chat;

/** What became of a stored reply. */
public enum Verdict {
    /** It has just arrived. */
    NEW,
    /** It decided its rule. */
    ANSWER,
    /** It asked the catalog for more. */
    LOOKUP,
    /** It could not be used; only the run that got it goes on from it. */
    BAD
}
