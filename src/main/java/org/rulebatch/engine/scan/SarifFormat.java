package org.rulebatch.engine.scan;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rulebatch.engine.RunResult;
import org.rulebatch.engine.Severity;
import org.rulebatch.engine.Verdict;
import org.rulebatch.ruleyaml.Check;

/** Prints the verdicts as SARIF. */
final class SarifFormat {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private SarifFormat() {}

    static void write(RunResult result, Instant time, RuleTexts texts, PrintWriter out) {
        Map<String, Object> rules = new LinkedHashMap<>();
        result.verdicts().forEach(verdict -> rules.putIfAbsent(verdict.check().ruleId(), rule(verdict.check(), texts)));
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "rule-batch");
        driver.put("rules", List.copyOf(rules.values()));
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", JsonObject.of("driver", driver));
        run.put("invocations", List.of(invocation(time)));
        result.account().ifPresent(account -> run.put("properties", JsonObject.of("account", account)));
        Uids uids = new Uids(result.account());
        run.put(
                "results",
                result.verdicts()
                        .map(verdict -> result(verdict, uids.of(verdict), result.account()))
                        .toList());
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        out.println(SafeJson.text(log));
    }

    private static Map<String, Object> invocation(Instant time) {
        return JsonObject.of(
                "executionSuccessful",
                true,
                "startTimeUtc",
                time.truncatedTo(ChronoUnit.MILLIS).toString());
    }

    private static Map<String, Object> rule(Check check, RuleTexts texts) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", check.ruleId());
        rule.put("shortDescription", JsonObject.of("text", check.title()));
        rule.put("defaultConfiguration", JsonObject.of("level", level(check)));
        String remediation = texts.remediation(check.ruleId());
        if (!remediation.isEmpty()) {
            rule.put("help", JsonObject.of("text", remediation));
        }
        Map<String, Object> properties = JsonObject.of("severity", check.severity());
        if (!texts.frameworks(check.ruleId()).isEmpty()) {
            properties.put("tags", texts.frameworks(check.ruleId()));
        }
        rule.put("properties", properties);
        return rule;
    }

    private static Map<String, Object> result(Verdict verdict, String uid, Optional<String> account) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", verdict.check().ruleId());
        result.put("kind", kind(verdict.status()));
        // Only a failure has a level other than none.
        result.put("level", verdict.status() == Verdict.Status.FAIL ? level(verdict.check()) : "none");
        result.put("message", JsonObject.of("text", text(verdict)));
        result.put("locations", List.of(new SarifLocation(verdict, account).json()));
        result.put("partialFingerprints", JsonObject.of("finding/v1", Uids.fingerprint(uid)));
        result.put("properties", properties(verdict));
        return result;
    }

    private static Map<String, Object> properties(Verdict verdict) {
        Map<String, Object> properties = JsonObject.of("region", verdict.region(), "service", verdict.service());
        if (!verdict.evidence().isEmpty()) {
            properties.put("evidence", EvidenceJson.of(verdict.evidence()));
            properties.put("expected", verdict.evidence().expected());
        }
        return properties;
    }

    private static String text(Verdict verdict) {
        String title = verdict.check().title();
        if (verdict.status() == Verdict.Status.PASS || verdict.reason().isEmpty()) {
            return title;
        }
        return title + ": " + verdict.reason();
    }

    private static String kind(Verdict.Status status) {
        return switch (status) {
            case PASS -> "pass";
            case FAIL -> "fail";
            case NOT_APPLICABLE -> "notApplicable";
            case UNKNOWN -> "open";
        };
    }

    private static String level(Check check) {
        return switch (Severity.of(check.severity())) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW, INFORMATIONAL -> "note";
        };
    }
}
