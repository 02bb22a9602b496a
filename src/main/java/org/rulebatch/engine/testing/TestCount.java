package org.rulebatch.engine.testing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rulebatch.engine.CheckError;
import org.rulebatch.engine.ErrorType;
import org.rulebatch.engine.ServiceRun;
import org.rulebatch.engine.Verdict.Status;
import org.rulebatch.report.entry.Correction;
import org.rulebatch.report.entry.ServiceTest;

/** Counts the checks of a service's test by their gravest verdict. */
final class TestCount {

    private static final List<Status> GRAVEST_FIRST =
            List.of(Status.FAIL, Status.PASS, Status.UNKNOWN, Status.NOT_APPLICABLE);

    private TestCount() {}

    /** What a run says of its rule file, and what that led to. */
    static ServiceTest of(ServiceRun run, List<Correction> corrections, Map<String, String> demoted) {
        Map<String, Status> checks = new TreeMap<>();
        run.verdicts().forEach(verdict -> checks.merge(verdict.check().ruleId(), verdict.status(), TestCount::graver));
        return new ServiceTest(
                run.errors().stream().noneMatch(error -> isOwnFault(error.type())),
                run.document().checks().size(),
                count(checks, Status.PASS),
                count(checks, Status.FAIL),
                run.errors().stream().map(TestCount::error).toList(),
                count(checks, Status.NOT_APPLICABLE),
                run.duration().toMillis() / 1000.0,
                corrections,
                demoted,
                names(checks));
    }

    /** Whether the rule file is to blame, and not the account, the network or the service. */
    static boolean isOwnFault(ErrorType type) {
        return switch (type) {
            case MISSING_PARAMETER, INVALID_PARAMETER, UNRESOLVED_TEMPLATE, FIELD_ACCESS -> true;
            default -> false;
        };
    }

    private static ServiceTest.Error error(CheckError error) {
        return new ServiceTest.Error(
                error.ruleId(),
                error.discovery(),
                error.operation(),
                error.type().wireName(),
                error.message());
    }

    private static Map<String, String> names(Map<String, Status> checks) {
        Map<String, String> names = new TreeMap<>();
        checks.forEach((check, verdict) -> names.put(check, verdict.name()));
        return names;
    }

    private static int count(Map<String, Status> checks, Status status) {
        return (int) checks.values().stream().filter(status::equals).count();
    }

    private static Status graver(Status left, Status right) {
        return GRAVEST_FIRST.indexOf(left) <= GRAVEST_FIRST.indexOf(right) ? left : right;
    }
}
