package org.rulebatch.engine.scan;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rulebatch.engine.Evidence;
import org.rulebatch.engine.RunResult;
import org.rulebatch.engine.Verdict;
import org.rulebatch.engine.Verdict.Status;
import org.rulebatch.files.Printable;
import org.rulebatch.ruleyaml.Check;

/** Prints for a terminal what a person has to look at, rule by rule. */
final class TableFormat {

    /** Of one rule; all are in the other formats. */
    private static final int MOST_RESOURCES = 20;

    private static final String INDENT = "         ";
    private static final String FOUND = INDENT + " ".repeat(16) + "found ";

    private TableFormat() {}

    /** @param reason of all its verdicts: what is expected, or why it is not known */
    private record Group(Status status, Check check, String reason) {

        static Group of(Verdict verdict) {
            Evidence evidence = verdict.evidence();
            String reason = evidence.isEmpty() ? verdict.reason() : "expected " + evidence.expected();
            return new Group(verdict.status(), verdict.check(), reason);
        }
    }

    static void write(RunResult result, Instant time, PrintWriter out) {
        Map<Group, List<Verdict>> groups = new LinkedHashMap<>();
        result.verdicts()
                .filter(verdict -> verdict.status() == Status.FAIL || verdict.status() == Status.UNKNOWN)
                .forEach(verdict -> groups.computeIfAbsent(Group.of(verdict), key -> new ArrayList<>())
                        .add(verdict));
        groups.forEach((group, verdicts) -> print(group, verdicts, out));
        if (!groups.isEmpty()) {
            out.println();
        }
        sums(result, time, out);
    }

    private static void print(Group group, List<Verdict> verdicts, PrintWriter out) {
        Check check = group.check();
        out.printf("%-8s %-13s %s%n", group.status(), Printable.of(check.severity()), Printable.of(check.ruleId()));
        out.println(INDENT + Printable.of(check.title()));
        if (!group.reason().isEmpty()) {
            out.println(INDENT + Printable.of(group.reason()));
        }
        verdicts.stream().limit(MOST_RESOURCES).forEach(verdict -> resource(verdict, out));
        int more = verdicts.size() - MOST_RESOURCES;
        if (more > 0) {
            out.printf("%s… and %d more; --format=csv lists all%n", INDENT, more);
        }
    }

    private static void resource(Verdict verdict, PrintWriter out) {
        String region = verdict.region().isEmpty() ? "-" : verdict.region();
        String resource = verdict.resource().isEmpty() ? "(the account)" : Printable.of(verdict.resource());
        out.printf("%s%-15s %s%n", INDENT, region, resource);
        String found = verdict.evidence().foundInWords();
        if (!found.isEmpty()) {
            out.println(FOUND + Printable.of(found));
        }
    }

    private static void sums(RunResult result, Instant time, PrintWriter out) {
        Map<Status, Integer> counts = new TreeMap<>();
        result.verdicts().forEach(verdict -> counts.merge(verdict.status(), 1, Integer::sum));
        for (Status status : Status.values()) {
            out.printf("%-15s %d%n", status, counts.getOrDefault(status, 0));
        }
        String account = result.account().orElse("not known (sts.get_caller_identity was not answered)");
        out.printf("account         %s%n", Printable.of(account));
        double seconds = result.duration().toMillis() / 1000.0;
        out.printf(
                "scanned at      %s, %d calls in %.1f s%n",
                time.truncatedTo(ChronoUnit.SECONDS), result.calls(), seconds);
    }
}
