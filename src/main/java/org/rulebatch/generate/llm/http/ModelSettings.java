package org.rulebatch.generate.llm.http;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.rulebatch.generate.llm.chat.ModelRequest;
import org.rulebatch.generate.llm.chat.PromptStyle;

/**
 * Which model is asked, and how.
 *
 * @param baseUrl of an OpenAI-compatible server, {@code https://api.openai.com/v1}
 * @param temperature null for the model's own; some models take no other
 * @param effort that a reasoning model puts into thinking, {@code low}; null for the model's own
 * @param maxReplyTokens of one reply, reasoning included
 * @param connectTimeout until the server takes the connection
 * @param callTimeout until the last byte of its answer
 */
public record ModelSettings(
        URI baseUrl,
        String model,
        Secret key,
        PromptStyle style,
        @Nullable Double temperature,
        @Nullable String effort,
        int maxReplyTokens,
        Duration connectTimeout,
        Duration callTimeout) {

    /** The most tokens that the reply to a request may have. */
    public int mostReplyTokens(ModelRequest request) {
        return Math.multiplyExact(maxReplyTokens, request.room());
    }
}
