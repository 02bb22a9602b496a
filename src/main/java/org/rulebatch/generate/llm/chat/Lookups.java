package org.rulebatch.generate.llm.chat;

/** How a model may ask the catalog where no candidate fits. */
public enum Lookups {
    /** By tool calls. */
    CALLS,
    /** By a field of its reply, for servers without tool calls. */
    FIELD,
    /** Not at all. */
    NONE
}
