package org.rulebatch.cli.print;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.rulebatch.batch.accounts.ScanSummary;
import org.rulebatch.engine.Severity;
import org.rulebatch.engine.Verdict.Status;
import org.rulebatch.engine.scan.VerdictJson;
import org.rulebatch.engine.scan.Verdicts;
import org.rulebatch.files.Printable;

/** A scan over accounts for a terminal: the accounts, and the rules that fail, in how many of them. */
public final class AccountsTable {

    private static final int MOST_RULES = 30;
    private static final int MOST_ACCOUNTS = 100;

    private final ScanSummary summary;

    public AccountsTable(ScanSummary summary) {
        this.summary = summary;
    }

    private static final class Rule {
        private final String id;
        private final Severity severity;
        private final Set<String> accounts = new HashSet<>();
        private int resources;

        Rule(VerdictJson verdict) {
            this.id = verdict.ruleId();
            this.severity = Severity.of(verdict.severity());
        }

        Severity severity() {
            return severity;
        }

        int resources() {
            return resources;
        }
    }

    public void print(Verdicts verdicts, PrintWriter out) {
        rules(verdicts, out);
        out.printf("%-14s %7s %8s %8s %8s %8s%n", "account", "regions", "PASS", "FAIL", "UNKNOWN", "N/A");
        summary.accounts().stream().limit(MOST_ACCOUNTS).forEach(account -> {
            line(account.account(), account.regions().size(), account.counts(), out);
        });
        int more = summary.accounts().size() - MOST_ACCOUNTS;
        if (more > 0) {
            out.printf("… and %d more; summary.json lists all%n", more);
        }
        int regions = summary.accounts().stream()
                .mapToInt(account -> account.regions().size())
                .sum();
        line("all", regions, summary.counts(), out);
        out.printf("scanned at     %s, %d calls%n", summary.started(), summary.calls());
        out.flush();
    }

    private static void line(String name, int regions, Map<Status, Integer> counts, PrintWriter out) {
        out.printf(
                "%-14s %7d %8d %8d %8d %8d%n",
                name,
                regions,
                counts.getOrDefault(Status.PASS, 0),
                counts.getOrDefault(Status.FAIL, 0),
                counts.getOrDefault(Status.UNKNOWN, 0),
                counts.getOrDefault(Status.NOT_APPLICABLE, 0));
    }

    private static void rules(Verdicts verdicts, PrintWriter out) {
        List<Rule> rules = failing(verdicts);
        rules.stream()
                .limit(MOST_RULES)
                .forEach(rule -> out.printf(
                        "FAIL     %-13s %s: %d in %d account%s%n",
                        rule.severity().word(),
                        Printable.of(rule.id),
                        rule.resources,
                        rule.accounts.size(),
                        rule.accounts.size() == 1 ? "" : "s"));
        if (rules.size() > MOST_RULES) {
            out.printf("… and %d more rules; the report shows all%n", rules.size() - MOST_RULES);
        }
        if (!rules.isEmpty()) {
            out.println();
        }
    }

    /** The gravest first, then those that most resources violate. */
    private static List<Rule> failing(Verdicts verdicts) {
        Map<String, Rule> rules = new HashMap<>();
        try (Stream<VerdictJson> all = verdicts.all().get()) {
            all.filter(verdict -> verdict.state() == Status.FAIL).forEach(verdict -> {
                Rule rule = rules.computeIfAbsent(verdict.ruleId(), id -> new Rule(verdict));
                rule.accounts.add(verdict.account());
                rule.resources++;
            });
        }
        List<Rule> sorted = new ArrayList<>(rules.values());
        sorted.sort(Comparator.comparing(Rule::severity)
                .thenComparing(Rule::resources)
                .reversed()
                .thenComparing(rule -> rule.id));
        return sorted;
    }
}
