package org.rulebatch.engine;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

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

    /** All verdicts, in the order of the files. */
    public Stream<Verdict> verdicts() {
        return services.stream().flatMap(service -> service.verdicts().stream());
    }
}
