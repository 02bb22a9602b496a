package org.rulebatch.batch;

import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.rulebatch.engine.testing.RuleTester;

/**
 * How a run of {@code generateRules} is executed; a restart may use other settings than the first start.
 *
 * @param maxParallelBatches batches at once
 * @param minimumRate the least validation rate of a success, in percent
 * @param tester tests the rules once they are generated; null if they are not to be tested
 * @param isRemote whether workers on other machines work on the batches, not this process itself
 * @param observations receive events of the job, its steps and the services
 */
public record RunSettings(
        int maxParallelBatches,
        double minimumRate,
        @Nullable RuleTester tester,
        boolean isRemote,
        ObservationRegistry observations) {

    public RunSettings(int maxParallelBatches, double minimumRate) {
        this(maxParallelBatches, minimumRate, null, false, ObservationRegistry.NOOP);
    }

    /** The same, handed to workers on other machines. */
    public RunSettings remote() {
        return new RunSettings(maxParallelBatches, minimumRate, tester, true, observations);
    }

    /** The same with a test of the rules; null for none. */
    public RunSettings testedBy(@Nullable RuleTester newTester) {
        return new RunSettings(maxParallelBatches, minimumRate, newTester, isRemote, observations);
    }

    /** The same, observed. */
    public RunSettings observedBy(ObservationRegistry registry) {
        return new RunSettings(maxParallelBatches, minimumRate, tester, isRemote, registry);
    }
}
