package org.rulebatch.generate.llm.cost;

import java.time.Duration;

/**
 * How a model was asked by this process.
 *
 * @param retries calls that were made again because one had failed or was turned away
 * @param waited how long calls waited for the limiter, all together; many wait at the same time
 */
public record Pacing(long retries, Duration waited) {

    public static final Pacing NONE = new Pacing(0, Duration.ZERO);
}
