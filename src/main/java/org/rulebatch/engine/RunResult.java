package org.rulebatch.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came of a run.
 *
 * @param services in the order of the files
 * @param account the id of the account that the credentials belong to, {@code 123456789012}; empty if it is not known
 * @param calls how many distinct reads were made
 * @param answered how many reads of the engine, in this run or an earlier one, told something about the account
 */
public record RunResult(
        List<ServiceRun> services, Optional<String> account, int calls, int answered, Duration duration) {

    public RunResult {
        services = List.copyOf(services);
    }

    /** All verdicts, in the order of the files. */
    public Stream<Verdict> verdicts() {
        return services.stream().flatMap(service -> service.verdicts().stream());
    }

    /** All errors, in the order of the files. */
    public Stream<CheckError> errors() {
        return services.stream().flatMap(service -> service.errors().stream());
    }

    /** Whether there was something to find out, and nothing was: no read was answered, or no check was decided. */
    public boolean isBlank() {
        boolean open = verdicts().anyMatch(verdict -> verdict.status() == Verdict.Status.UNKNOWN);
        return open && (answered == 0 || verdicts().allMatch(verdict -> verdict.status() == Verdict.Status.UNKNOWN));
    }
}
