package org.rulebatch.engine.scan;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rulebatch.engine.Severity;
import org.rulebatch.engine.Verdict;

/** Prints the verdicts as SARIF. */
final class SarifFormat {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private SarifFormat() {}

    static void write(Verdicts verdicts, RuleTexts texts, PrintWriter out) {
        Uids uids = new Uids();
        SafeJson.write(out, json -> {
            json.writeStartObject();
            json.writeStringProperty("$schema", SCHEMA);
            json.writeStringProperty("version", "2.1.0");
            json.writeArrayPropertyStart("runs");
            json.writeStartObject();
            json.writePOJOProperty("tool", JsonObject.of("driver", driver(verdicts, texts)));
            json.writePOJOProperty("invocations", List.of(invocation(verdicts.time())));
            verdicts.account()
                    .ifPresent(account -> json.writePOJOProperty("properties", JsonObject.of("account", account)));
            json.writeArrayPropertyStart("results");
            boolean single = verdicts.account().isPresent();
            try (Stream<VerdictJson> all = verdicts.all().get()) {
                all.forEach(verdict -> json.writePOJO(result(verdict, uids.of(verdict), single)));
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static Map<String, Object> driver(Verdicts verdicts, RuleTexts texts) {
        Map<String, Object> rules = new LinkedHashMap<>();
        try (Stream<VerdictJson> all = verdicts.all().get()) {
            all.forEach(verdict -> rules.computeIfAbsent(verdict.ruleId(), id -> rule(verdict, texts)));
        }
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "rule-batch");
        driver.put("rules", List.copyOf(rules.values()));
        return driver;
    }

    private static Map<String, Object> invocation(Instant time) {
        return JsonObject.of(
                "executionSuccessful",
                true,
                "startTimeUtc",
                time.truncatedTo(ChronoUnit.MILLIS).toString());
    }

    private static Map<String, Object> rule(VerdictJson check, RuleTexts texts) {
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

    private static Map<String, Object> result(VerdictJson verdict, String uid, boolean single) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", verdict.ruleId());
        result.put("kind", kind(verdict.state()));
        // Only a failure has a level other than none.
        result.put("level", verdict.state() == Verdict.Status.FAIL ? level(verdict) : "none");
        result.put("message", JsonObject.of("text", text(verdict)));
        result.put("locations", List.of(new SarifLocation(verdict).json()));
        result.put("partialFingerprints", JsonObject.of("finding/v1", Uids.fingerprint(uid)));
        result.put("properties", properties(verdict, single));
        return result;
    }

    private static Map<String, Object> properties(VerdictJson verdict, boolean single) {
        Map<String, Object> properties = JsonObject.of("region", verdict.region(), "service", verdict.service());
        if (!single && !verdict.account().isEmpty()) {
            properties.put("account", verdict.account());
        }
        if (!verdict.expected().isEmpty()) {
            properties.put("evidence", verdict.evidence());
            properties.put("expected", verdict.expected());
        }
        return properties;
    }

    private static String text(VerdictJson verdict) {
        String title = verdict.title();
        if (verdict.state() == Verdict.Status.PASS || verdict.reason().isEmpty()) {
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

    private static String level(VerdictJson check) {
        return switch (Severity.of(check.severity())) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW, INFORMATIONAL -> "note";
        };
    }
}
