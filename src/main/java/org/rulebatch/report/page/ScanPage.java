package org.rulebatch.report.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.rulebatch.engine.Severity;
import org.rulebatch.engine.Verdict.Status;
import org.rulebatch.engine.scan.VerdictJson;
import org.rulebatch.engine.scan.Verdicts;
import org.rulebatch.files.AtomicFile;

/** Writes the page of a scan over accounts: its accounts, and what failed or is not known, rule by rule with the values found. */
public final class ScanPage {

    /** Of one rule; all are in the other files. */
    private static final int MOST_ROWS = 200;

    private ScanPage() {}

    /** An account as the page shows it. */
    public record Account(String account, List<String> regions, String problem, Map<Status, Integer> counts) {}

    private record Data(String started, List<Account> accounts, List<RuleData> rules) {}

    private record RuleData(
            String id,
            String title,
            String severity,
            String service,
            String expected,
            int fail,
            int unknown,
            int accounts,
            int more,
            List<List<String>> rows) {}

    private static final class Rule {
        private final VerdictJson first;
        private final Set<String> accounts = new HashSet<>();
        private final List<List<String>> rows = new ArrayList<>();
        private String expected = "";
        private int fail;
        private int unknown;

        Rule(VerdictJson first) {
            this.first = first;
        }

        void add(VerdictJson verdict) {
            boolean failed = verdict.state() == Status.FAIL;
            fail += failed ? 1 : 0;
            unknown += failed ? 0 : 1;
            expected = expected.isEmpty() ? verdict.expected() : expected;
            accounts.add(verdict.account());
            if (rows.size() < MOST_ROWS) {
                rows.add(List.of(
                        verdict.account(),
                        verdict.region(),
                        verdict.status(),
                        verdict.resource(),
                        verdict.found(),
                        verdict.found().isEmpty() ? verdict.reason() : ""));
            }
        }

        Severity severity() {
            return Severity.of(first.severity());
        }

        int fail() {
            return fail;
        }

        RuleData data() {
            return new RuleData(
                    first.ruleId(),
                    first.title(),
                    severity().word(),
                    first.service(),
                    expected,
                    fail,
                    unknown,
                    accounts.size(),
                    fail + unknown - rows.size(),
                    rows);
        }
    }

    /** @throws IOException if the page cannot be written */
    public static void write(Path file, List<Account> accounts, Verdicts verdicts) throws IOException {
        Data data = new Data(verdicts.time().toString(), accounts, rules(verdicts));
        Template page = new Template(
                "report/scan/scan.html",
                List.of("report/report.css", "report/scan/scan.css"),
                List.of("report/scan/scan.js"),
                "'none'");
        AtomicFile.Content script = out -> {
            out.write("<script type=\"application/json\" id=\"data\">".getBytes(StandardCharsets.UTF_8));
            out.write(ScriptJson.WRITER.writeValueAsBytes(data));
            out.write("</script>".getBytes(StandardCharsets.UTF_8));
        };
        AtomicFile.write(file, out -> page.write(out, Map.of("data", script)));
    }

    /** The gravest first, then those that most resources violate. */
    private static List<RuleData> rules(Verdicts verdicts) {
        Map<String, Rule> rules = new HashMap<>();
        try (Stream<VerdictJson> all = verdicts.all().get()) {
            all.filter(verdict -> verdict.state() == Status.FAIL || verdict.state() == Status.UNKNOWN)
                    .forEach(verdict -> rules.computeIfAbsent(verdict.ruleId(), id -> new Rule(verdict))
                            .add(verdict));
        }
        return rules.values().stream()
                .sorted(Comparator.comparing(Rule::severity)
                        .thenComparing(Rule::fail)
                        .reversed()
                        .thenComparing(rule -> rule.first.ruleId()))
                .map(Rule::data)
                .toList();
    }
}
