package org.rulebatch.report;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.rulebatch.pipeline.Outcome;
import org.rulebatch.pipeline.RuleResult;
import org.rulebatch.requirement.Finding;

/** Names the kind of an error, so that the same error in several services is seen to be one. */
final class ErrorKinds {

    /** What differs from case to case: quoted text, dotted or slashed names, numbers. */
    private static final Pattern NAMES = Pattern.compile("'[^']*'|\"[^\"]*\"|\\S*[./_]\\S*|\\d+");

    private ErrorKinds() {}

    static SortedSet<String> of(List<RuleResult> results) {
        SortedSet<String> kinds = new TreeSet<>();
        for (RuleResult result : results) {
            if (result.outcome() instanceof Outcome.Failed failed) {
                kinds.add(of(failed.reason()));
            } else if (result.outcome() instanceof Outcome.ManualReview review) {
                review.findings().stream()
                        .filter(Finding::isError)
                        .map(Finding::id)
                        .forEach(kinds::add);
            }
        }
        return kinds;
    }

    static String of(String message) {
        return NAMES.matcher(message.strip().lines().findFirst().orElse("")).replaceAll("…");
    }
}
