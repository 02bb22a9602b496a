package org.rulebatch.generate.llm.cost;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Holds what a server says that a call used against what it can have used. What is not plausible, or not said at all, is counted as
 * the most that the call can have used, so that no limit on costs is passed unseen. Thread-safe.
 */
public final class UsageCheck {

    private static final Logger LOG = LoggerFactory.getLogger(UsageCheck.class);

    /** The tokens of other models are longer or shorter than those counted here, and some servers do not count a schema. */
    private static final int TIMES = 4;

    /** What a server may add to a prompt of any length. */
    private static final int ADDED = 1_000;

    private final TokenCounter counter;
    private final AtomicBoolean said = new AtomicBoolean();

    public UsageCheck(TokenCounter counter) {
        this.counter = counter;
    }

    /** The most that a call is taken to use: a tenth more than was counted, as the wire adds something. */
    public static Usage most(int promptTokens, int mostReplyTokens) {
        return new Usage(1, promptTokens + promptTokens / 10, 0, mostReplyTokens);
    }

    /**
     * What a call used.
     *
     * @param stated the {@code usage} of the server's answer; may be missing
     * @param sent all text that was sent
     * @param mostReplyTokens that the reply could have
     */
    public Usage of(JsonNode stated, String sent, int mostReplyTokens) {
        int prompt = counter.count(sent);
        JsonNode cachedPart = stated.at("/prompt_tokens_details/cached_tokens");
        long cached = cachedPart.isMissingNode() || cachedPart.isNull() ? 0 : number(cachedPart);
        Usage usage =
                new Usage(1, number(stated.path("prompt_tokens")), cached, number(stated.path("completion_tokens")));
        if (isPlausible(usage, prompt, mostReplyTokens)) {
            return usage;
        }
        if (said.compareAndSet(false, true)) {
            LOG.warn(
                    "The model's server {}; such a reply is counted as the most that it can have used, here {} tokens and {}"
                            + " for the reply. A lower --llm.max-reply-tokens makes that less.",
                    stated.isObject()
                            ? "states a usage that cannot be: " + cut(stated.toString())
                            : "does not say what a reply used",
                    prompt,
                    mostReplyTokens);
        }
        return most(prompt, mostReplyTokens);
    }

    private static boolean isPlausible(Usage usage, int prompt, int mostReplyTokens) {
        return usage.promptTokens() >= prompt / TIMES
                && usage.promptTokens() <= (long) prompt * TIMES + ADDED
                && usage.cachedTokens() >= 0
                && usage.cachedTokens() <= usage.promptTokens()
                && usage.replyTokens() >= 0
                && usage.replyTokens() <= mostReplyTokens;
    }

    /** -1 for what is no number of tokens. */
    private static long number(JsonNode stated) {
        return stated.isIntegralNumber() && stated.canConvertToLong() ? stated.longValue() : -1;
    }

    private static String cut(String text) {
        String plain = text.replaceAll("[\\p{Cc}\\p{Cf}]", "");
        return plain.length() <= 200 ? plain : plain.substring(0, 200) + "…";
    }
}
