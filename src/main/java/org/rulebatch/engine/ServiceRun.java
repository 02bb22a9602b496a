package org.rulebatch.engine;

import java.time.Duration;
import java.util.List;
import org.rulebatch.ruleyaml.RuleDocument;

/**
 * What came of one rule file.
 *
 * @param verdicts in the order of the checks, then regions, then items
 * @param errors each distinct one once, in the order of the checks
 * @param duration from the run's start until its last answer
 */
public record ServiceRun(RuleDocument document, List<Verdict> verdicts, List<CheckError> errors, Duration duration) {

    public ServiceRun {
        verdicts = List.copyOf(verdicts);
        errors = List.copyOf(errors);
    }

    /** The same of the file as it was given. */
    ServiceRun of(RuleDocument file, Duration time) {
        return new ServiceRun(file, verdicts, errors, time);
    }
}
