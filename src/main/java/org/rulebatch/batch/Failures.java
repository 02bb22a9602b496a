package org.rulebatch.batch;

import java.util.List;
import org.springframework.batch.core.step.StepExecution;

/** Says in one line why a step failed. */
final class Failures {

    private static final int LONGEST = 1_000;

    private Failures() {}

    /** The first failure that says something: the framework wraps what a service threw. */
    static String of(StepExecution step) {
        List<Throwable> failures = step.getFailureExceptions();
        return failures.isEmpty() ? "for an unknown reason" : line(failures.get(0));
    }

    static String line(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof ServiceFailedException) {
                return cut(String.valueOf(at.getMessage()));
            }
        }
        return cut(failure.getClass().getSimpleName() + ": " + failure.getMessage());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
