package org.rulebatch.cli.options;

import java.time.Duration;
import org.rulebatch.generate.llm.http.ModelSettings;
import org.rulebatch.generate.llm.http.Secret;
import org.rulebatch.generate.llm.pace.Limits;
import org.rulebatch.store.InputException;
import picocli.CommandLine.Option;

/** How fast a model is asked, and how long a process waits for it. */
final class PaceOptions {

    @Option(
            names = "--llm.max-reply-tokens",
            paramLabel = "<n>",
            defaultValue = "4000",
            description = "Of one reply, reasoning included (default: ${DEFAULT-VALUE}).")
    private int maxReplyTokens;

    @Option(
            names = "--llm.connect-timeout",
            paramLabel = "<s>",
            defaultValue = "10",
            description = "Seconds until the server takes a connection (default: ${DEFAULT-VALUE}).")
    private int connectTimeout;

    @Option(
            names = "--llm.timeout",
            paramLabel = "<s>",
            defaultValue = "120",
            description = "Seconds until the last byte of a reply (default: ${DEFAULT-VALUE}).")
    private int timeout;

    @Option(
            names = "--llm.in-flight",
            paramLabel = "<n>",
            defaultValue = "16",
            description = "Calls at once, all batches together (default: ${DEFAULT-VALUE}).")
    private int inFlight;

    @Option(
            names = "--llm.requests-per-minute",
            paramLabel = "<n>",
            defaultValue = "500",
            description = "At most; lower where the server says so (default: ${DEFAULT-VALUE}).")
    private int requestsPerMinute;

    @Option(
            names = "--llm.tokens-per-minute",
            paramLabel = "<n>",
            defaultValue = "200000",
            description = "At most, prompts and replies; lower where the server says so (default: ${DEFAULT-VALUE}).")
    private int tokensPerMinute;

    @Option(
            names = "--llm.max-attempts",
            paramLabel = "<n>",
            defaultValue = "6",
            description = "At a call that fails (default: ${DEFAULT-VALUE}).")
    private int maxAttempts;

    @Option(
            names = "--llm.give-up-after",
            paramLabel = "<s>",
            defaultValue = "120",
            description = "Seconds without one answer from the server after which the run ends; it can be resumed"
                    + " (default: ${DEFAULT-VALUE}).")
    private int giveUpAfter;

    /** @throws InputException if a number is less than 1 */
    ModelSettings model(ModelIdentity identity, Secret key) {
        return new ModelSettings(
                identity.server(),
                identity.model(),
                key,
                identity.style(),
                identity.temperature(),
                identity.effort(),
                positive("--llm.max-reply-tokens", maxReplyTokens),
                Duration.ofSeconds(positive("--llm.connect-timeout", connectTimeout)),
                Duration.ofSeconds(positive("--llm.timeout", timeout)));
    }

    /** @throws InputException if a number is less than 1 */
    Limits limits() {
        return new Limits(
                positive("--llm.requests-per-minute", requestsPerMinute),
                positive("--llm.tokens-per-minute", tokensPerMinute),
                positive("--llm.in-flight", inFlight),
                positive("--llm.max-attempts", maxAttempts),
                Limits.STANDARD.backoff(),
                Limits.STANDARD.maxBackoff(),
                Duration.ofSeconds(positive("--llm.give-up-after", giveUpAfter)));
    }

    /** As it is printed before a run. */
    String text() {
        return inFlight + " calls at once, at most " + requestsPerMinute + " requests and " + tokensPerMinute
                + " tokens a minute";
    }

    private static int positive(String option, int value) {
        if (value < 1) {
            throw new InputException(option + " must be at least 1, not " + value + ".");
        }
        return value;
    }
}
