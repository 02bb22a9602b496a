package org.rulebatch.engine;

import java.time.Duration;
import java.util.List;

/**
 * What came of a run.
 *
 * @param services in the order of the files
 * @param calls how many distinct reads were made
 */
public record RunResult(List<ServiceRun> services, int calls, Duration duration) {

    public RunResult {
        services = List.copyOf(services);
    }
}
