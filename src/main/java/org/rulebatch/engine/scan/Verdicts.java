package org.rulebatch.engine.scan;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.rulebatch.engine.RunResult;

/**
 * The verdicts of a scan, however many.
 *
 * @param time when the scan began
 * @param account that all are of; empty if it is not known, or there are several
 * @param all gives them as often as it is asked, those of an account one after another; the caller closes the stream
 */
public record Verdicts(Instant time, Optional<String> account, Supplier<Stream<VerdictJson>> all) {

    /** The verdicts of a run. */
    static Verdicts of(RunResult result, Instant time) {
        return new Verdicts(time, result.account(), () -> result.verdicts()
                .map(verdict -> VerdictJson.of(verdict, result.account(), time)));
    }
}
