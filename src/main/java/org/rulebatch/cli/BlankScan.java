package org.rulebatch.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rulebatch.cli.print.ExitCode;
import org.rulebatch.engine.CheckError;
import org.rulebatch.engine.RunResult;
import org.rulebatch.files.Printable;

/** What there is to say of a scan that found nothing out. */
record BlankScan(RunResult result) {

    /** {@link ExitCode#USAGE} where the rule files are to blame and nothing was asked; else {@link ExitCode#FAILED}. */
    int exitCode() {
        return isAsked() ? ExitCode.FAILED : ExitCode.USAGE;
    }

    String message() {
        List<CheckError> errors = result.errors().filter(this::isCause).toList();
        String first = errors.isEmpty()
                ? ""
                : " The first: " + Printable.of(errors.get(0).message());
        if (!isAsked()) {
            return "Nothing was asked: every rule has an error of its own." + first
                    + "\nCorrect the rule files, or generate them again.";
        }
        String what = result.answered() == 0 ? "not one call was answered" : "not one check could be decided";
        return "Nothing is known about the account: " + what + " (errors: " + kinds(errors) + ")." + first
                + "\nCorrect the cause and scan again; 'scan --print-iam-policy' prints what the role needs.";
    }

    private boolean isAsked() {
        return result.errors().anyMatch(error -> !error.operation().isEmpty());
    }

    private boolean isCause(CheckError error) {
        return !isAsked() || !error.operation().isEmpty();
    }

    /** Each kind of error with how many there are, the most frequent first: {@code 36 access_denied, 1 timeout}. */
    private static String kinds(List<CheckError> errors) {
        Map<String, Integer> kinds = new TreeMap<>();
        errors.forEach(error -> kinds.merge(error.type().wireName(), 1, Integer::sum));
        return String.join(
                ", ",
                kinds.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                        .map(kind -> kind.getValue() + " " + kind.getKey())
                        .toList());
    }
}
