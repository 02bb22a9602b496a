package org.rulebatch.generate.llm.chat;

/** What a model can do, as far as it shapes the prompt. */
public record PromptStyle(StructuredOutput output, Lookups lookups) {

    /** A model with strict schemas and tool calls. */
    public static final PromptStyle STANDARD = new PromptStyle(StructuredOutput.SCHEMA, Lookups.CALLS);
}
