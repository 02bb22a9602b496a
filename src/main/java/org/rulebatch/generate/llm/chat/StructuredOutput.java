package org.rulebatch.generate.llm.chat;

/** How a model is told the form of its reply. */
public enum StructuredOutput {
    /** The server holds the model to the schema ({@code response_format: json_schema}, strict). */
    SCHEMA,
    /** The schema stands in the prompt, for servers that hold no model to one. */
    PROMPT
}
