package org.rulebatch.generate.llm.cost;

/**
 * What calls of a model used.
 *
 * @param calls that were answered
 * @param promptTokens in all, cached ones included
 * @param cachedTokens the part of the prompts that the provider had in its cache
 * @param replyTokens in all, reasoning included
 */
public record Usage(int calls, long promptTokens, long cachedTokens, long replyTokens) {

    public static final Usage NONE = new Usage(0, 0, 0, 0);

    public Usage plus(Usage other) {
        return new Usage(
                calls + other.calls,
                promptTokens + other.promptTokens,
                cachedTokens + other.cachedTokens,
                replyTokens + other.replyTokens);
    }
}
