package org.rulebatch.batch.accounts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rulebatch.engine.scan.VerdictJson;
import org.rulebatch.engine.scan.Verdicts;

/** What came of a scan that has ended, read from what was kept of its parts, account by account: however many there are. */
public final class ScanResult {

    private static final int REGION_IN_ARN = 3;

    private final ScanPlan plan;
    private final Parts parts;
    private final ScanStore store;
    private final long calls;

    ScanResult(ScanPlan plan, Parts parts, ScanStore store, long calls) {
        this.plan = plan;
        this.parts = parts;
        this.store = store;
        this.calls = calls;
    }

    /** All verdicts, in the order of the accounts, then parts; UNKNOWN where nobody could look. */
    public Verdicts verdicts() {
        return new Verdicts(Instant.parse(plan.started()), Optional.empty(), () -> plan.targets().stream()
                .flatMap(this::verdicts));
    }

    public ScanSummary summary() {
        ScanSummary.Counter counter = new ScanSummary.Counter(plan, calls);
        for (Target target : plan.targets()) {
            List<PartResult> results = results(target);
            String problem = results.stream()
                    .map(PartResult::problem)
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
            counter.add(target, problem, verdicts(target));
        }
        return counter.summary();
    }

    private List<PartResult> results(Target target) {
        return parts.of(target).stream().map(this::result).toList();
    }

    private PartResult result(Part part) {
        return store.result(plan, part)
                .orElseGet(() -> PartResult.unreachable(part, "its part " + part.name() + " was not come to"));
    }

    private Stream<VerdictJson> verdicts(Target target) {
        List<VerdictJson> all = new ArrayList<>();
        for (Part part : parts.of(target)) {
            PartResult result = result(part);
            all.addAll(result.isDone() ? result.verdicts() : unknown(part, result.problem()));
        }
        return once(all);
    }

    private List<VerdictJson> unknown(Part part, String problem) {
        List<VerdictJson> unknown = new ArrayList<>();
        part.documents().forEach(document -> document.checks()
                .forEach(check -> unknown.add(VerdictJson.unknown(
                        document.service(), check, part.region(), problem, part.account(), plan.started()))));
        return unknown;
    }

    /** A resource that several regions list is judged in the region of its ARN, or else in the first that lists it. */
    private static Stream<VerdictJson> once(List<VerdictJson> all) {
        Map<List<String>, String> homes = new HashMap<>();
        for (VerdictJson verdict : all) {
            if (verdict.resource().startsWith("arn:")) {
                List<String> key = List.of(verdict.ruleId(), verdict.resource());
                homes.putIfAbsent(key, verdict.region());
                if (verdict.region().equals(regionOf(verdict.resource()))) {
                    homes.put(key, verdict.region());
                }
            }
        }
        return all.stream()
                .filter(verdict -> homes.getOrDefault(List.of(verdict.ruleId(), verdict.resource()), verdict.region())
                        .equals(verdict.region()));
    }

    private static String regionOf(String arn) {
        String[] steps = arn.split(":", -1);
        return steps.length > REGION_IN_ARN ? steps[REGION_IN_ARN] : "";
    }
}
