package org.rulebatch.engine.testing;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rulebatch.engine.CheckError;
import org.rulebatch.engine.ErrorType;
import org.rulebatch.engine.ServiceRun;
import org.rulebatch.engine.Verdict.Status;

/**
 * A service's entry of {@code engine_test_results.json}. Each check counts once: failed if a resource fails it, else passed
 * if one passes, else skipped (no resource) or, with an error, in none of the three.
 *
 * @param success no error is the rule file's own fault
 * @param errors of the last test, before anything was taken out
 * @param demoted rule id to the reason for which the rule was taken out of the file and a person must look
 */
public record ServiceTest(
        boolean success,
        int checksCount,
        int passed,
        int failed,
        List<Error> errors,
        int skipped,
        double durationSeconds,
        List<Correction> corrections,
        Map<String, String> demoted) {

    /** Why a check could not be decided somewhere; {@code type} as in files. */
    public record Error(String ruleId, String discoveryId, String operation, String type, String message) {

        static Error of(CheckError error) {
            return new Error(
                    error.ruleId(),
                    error.discovery(),
                    error.operation(),
                    error.type().wireName(),
                    error.message());
        }
    }

    public ServiceTest {
        errors = List.copyOf(errors);
        corrections = List.copyOf(corrections);
        demoted = Collections.unmodifiableMap(new TreeMap<>(demoted));
    }

    /** What a run says of its rule file, and what that led to. */
    static ServiceTest of(ServiceRun run, List<Correction> corrections, Map<String, String> demoted) {
        Map<String, Status> checks = new TreeMap<>();
        run.verdicts()
                .forEach(verdict -> checks.merge(verdict.check().ruleId(), verdict.status(), ServiceTest::graver));
        return new ServiceTest(
                run.errors().stream().noneMatch(error -> isOwnFault(error.type())),
                run.document().checks().size(),
                count(checks, Status.PASS),
                count(checks, Status.FAIL),
                run.errors().stream().map(Error::of).toList(),
                count(checks, Status.NOT_APPLICABLE),
                run.duration().toMillis() / 1000.0,
                corrections,
                demoted);
    }

    /** Whether something in the rule file was changed. */
    boolean isChanged() {
        return !corrections.isEmpty() || !demoted.isEmpty();
    }

    /** Whether the rule file is to blame, and not the account, the network or the service. */
    static boolean isOwnFault(ErrorType type) {
        return switch (type) {
            case MISSING_PARAMETER, INVALID_PARAMETER, UNRESOLVED_TEMPLATE, FIELD_ACCESS -> true;
            default -> false;
        };
    }

    private static int count(Map<String, Status> checks, Status status) {
        return (int) checks.values().stream().filter(status::equals).count();
    }

    private static Status graver(Status left, Status right) {
        List<Status> order = List.of(Status.FAIL, Status.PASS, Status.UNKNOWN, Status.NOT_APPLICABLE);
        return order.indexOf(left) <= order.indexOf(right) ? left : right;
    }
}
