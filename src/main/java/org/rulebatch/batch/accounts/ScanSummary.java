package org.rulebatch.batch.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rulebatch.engine.Severity;
import org.rulebatch.engine.Verdict.Status;
import org.rulebatch.engine.scan.VerdictJson;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.files.Json;
import org.rulebatch.store.OutputFolder;
import tools.jackson.databind.JsonNode;

/**
 * A scan over accounts in numbers, {@code summary.json}.
 *
 * @param scanId of the scan
 * @param started when it began, ISO 8601
 * @param complete whether each account could be looked at
 * @param calls that the last attempt made
 * @param counts verdicts by status
 * @param failures failed verdicts by severity
 * @param unknowns undecided verdicts by severity
 */
public record ScanSummary(
        String scanId,
        String started,
        boolean complete,
        long calls,
        Map<Status, Integer> counts,
        Map<Severity, Integer> failures,
        Map<Severity, Integer> unknowns,
        List<AccountCounts> accounts) {

    private static final String FILE = "summary.json";

    public ScanSummary {
        accounts = List.copyOf(accounts);
    }

    /**
     * An account in numbers.
     *
     * @param problem why it, or a part of it, could not be looked at; empty where all was
     */
    public record AccountCounts(String account, List<String> regions, String problem, Map<Status, Integer> counts) {

        public AccountCounts {
            regions = List.copyOf(regions);
        }

        /** Whether something was found out about it. */
        public boolean isKnown() {
            return counts.keySet().stream().anyMatch(status -> status != Status.UNKNOWN);
        }
    }

    /** The accounts of which something, or all, is not known because nobody could look. */
    public List<AccountCounts> unreachable() {
        return accounts.stream().filter(account -> !account.problem().isEmpty()).toList();
    }

    /** The accounts that answered, and of which not one check could be decided. */
    public List<AccountCounts> blank() {
        return accounts.stream()
                .filter(account ->
                        account.problem().isEmpty() && !account.counts().isEmpty() && !account.isKnown())
                .toList();
    }

    /** Whether the folder holds the results of that scan, and no account is missing in them. */
    static boolean isComplete(OutputFolder results, String scanId) {
        Path file = results.path().resolve(FILE);
        if (!Files.exists(file)) {
            return false;
        }
        JsonNode summary;
        try {
            summary = Json.COMPACT.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the numbers of the last scan, " + file + ", cannot be read", e);
        }
        return summary.path("scan_id").asString("").equals(scanId)
                && summary.path("complete").asBoolean(false);
    }

    void write(OutputFolder results) throws IOException {
        AtomicFile.writeDurably(results.path().resolve(FILE), Json.document(this));
    }

    /** Counts account by account. */
    static final class Counter {

        private final ScanPlan plan;
        private final long calls;
        private final Map<Status, Integer> counts = new EnumMap<>(Status.class);
        private final Map<Severity, Integer> failures = new EnumMap<>(Severity.class);
        private final Map<Severity, Integer> unknowns = new EnumMap<>(Severity.class);
        private final List<AccountCounts> accounts = new ArrayList<>();

        Counter(ScanPlan plan, long calls) {
            this.plan = plan;
            this.calls = calls;
        }

        void add(Target target, String problem, Stream<VerdictJson> verdicts) {
            Map<Status, Integer> own = new EnumMap<>(Status.class);
            verdicts.forEach(verdict -> {
                own.merge(verdict.state(), 1, Integer::sum);
                counts.merge(verdict.state(), 1, Integer::sum);
                Severity severity = Severity.of(verdict.severity());
                if (verdict.state() == Status.FAIL) {
                    failures.merge(severity, 1, Integer::sum);
                } else if (verdict.state() == Status.UNKNOWN) {
                    unknowns.merge(severity, 1, Integer::sum);
                }
            });
            accounts.add(new AccountCounts(target.account(), target.regions(), problem, own));
        }

        ScanSummary summary() {
            boolean complete =
                    accounts.stream().allMatch(account -> account.problem().isEmpty());
            return new ScanSummary(plan.id(), plan.started(), complete, calls, counts, failures, unknowns, accounts);
        }
    }
}
