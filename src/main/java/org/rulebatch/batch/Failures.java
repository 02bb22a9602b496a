package org.rulebatch.batch;

import java.io.IOException;
import java.util.List;
import org.springframework.batch.core.step.FatalStepExecutionException;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.core.NestedExceptionUtils;

/** Says in one line why a step failed. */
final class Failures {

    private static final int LONGEST = 600;

    private Failures() {}

    /** The first failure that says something: the framework wraps what a service threw. */
    static String of(StepExecution step) {
        List<Throwable> failures = step.getFailureExceptions();
        return failures.isEmpty() ? "for an unknown reason" : line(failures.get(0));
    }

    private static String line(Throwable failure) {
        Throwable at = failure;
        while (at instanceof FatalStepExecutionException && at.getCause() != null) {
            at = at.getCause();
        }
        String message = String.valueOf(at.getMessage()).lines().findFirst().orElse("");
        String text =
                at instanceof ServiceFailedException ? message : at.getClass().getSimpleName() + ": " + message;
        return cut(text + input(at, message));
    }

    /** The disk's or the network's own words, where the message does not have them. */
    private static String input(Throwable failure, String message) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
        String words = String.valueOf(root.getMessage());
        return root instanceof IOException && !message.contains(words) ? ": " + words : "";
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
