package org.rulebatch.generate.llm.chat;

/**
 * A question of the model to the catalog.
 *
 * @param callId of the tool call; empty where it was asked by a field of the reply
 * @param tool {@link #SEARCH} or {@link #OPERATION}
 * @param text words to look for, or the name of an operation
 */
public record Lookup(String callId, String tool, String text) {

    /** Looks for words in the operations and fields of the rule's service. */
    public static final String SEARCH = "search";

    /** Lists the fields of one operation of the rule's service. */
    public static final String OPERATION = "operation";
}
