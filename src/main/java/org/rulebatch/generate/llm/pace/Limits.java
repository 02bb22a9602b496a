package org.rulebatch.generate.llm.pace;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;

/**
 * How fast the model is asked, and when asking is given up.
 *
 * @param requestsPerMinute at most, all batches together; lower where the server says so
 * @param tokensPerMinute at most, prompts and replies together
 * @param inFlight calls at once
 * @param maxAttempts at one call that fails, refusals for speed not counted
 * @param backoff the first wait after a failure; it doubles with each further one, with jitter
 * @param maxBackoff the longest such wait
 * @param giveUpAfter how long the server may fail without one success before the run is stopped
 */
public record Limits(
        int requestsPerMinute,
        int tokensPerMinute,
        int inFlight,
        int maxAttempts,
        Duration backoff,
        Duration maxBackoff,
        Duration giveUpAfter) {

    public static final Limits STANDARD =
            new Limits(500, 200_000, 16, 6, Duration.ofSeconds(1), Duration.ofSeconds(20), Duration.ofMinutes(2));

    /** How long to wait before the next attempt, by the number of the last one. */
    public IntervalFunction waits() {
        return IntervalFunction.ofExponentialRandomBackoff(backoff, 2, 0.5, maxBackoff);
    }
}
