package org.rulebatch.engine.scan;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rulebatch.engine.RunResult;
import org.rulebatch.engine.Severity;
import org.rulebatch.engine.Verdict;
import org.rulebatch.files.Json;

/** Prints a Compliance Finding for each verdict about a resource. */
final class OcsfFormat {

    private static final int FINDINGS = 2;
    private static final int COMPLIANCE_FINDING = 2003;
    private static final int CREATE = 1;
    private static final int OTHER = 99;

    private OcsfFormat() {}

    static void write(RunResult result, Instant time, PrintWriter out) {
        out.println(Json.text(result.verdicts()
                .filter(verdict -> verdict.status() != Verdict.Status.NOT_APPLICABLE)
                .map(verdict -> finding(verdict, time))
                .toList()));
    }

    private static Map<String, Object> finding(Verdict verdict, Instant time) {
        Map<String, Object> finding = new LinkedHashMap<>();
        finding.put("class_uid", COMPLIANCE_FINDING);
        finding.put("class_name", "Compliance Finding");
        finding.put("category_uid", FINDINGS);
        finding.put("category_name", "Findings");
        finding.put("activity_id", CREATE);
        finding.put("type_uid", COMPLIANCE_FINDING * 100 + CREATE);
        finding.put("time", time.toEpochMilli());
        Severity severity = Severity.of(verdict.check().severity());
        finding.put("severity_id", severity.ordinal() + 1);
        finding.put("severity", capital(severity.word()));
        finding.put("metadata", metadata());
        finding.put("finding_info", info(verdict));
        finding.put("compliance", compliance(verdict));
        finding.put("cloud", cloud(verdict));
        if (!verdict.resource().isEmpty()) {
            finding.put("resources", List.of(resource(verdict)));
        }
        return finding;
    }

    private static Map<String, Object> metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("version", "1.3.0");
        metadata.put("profiles", List.of("cloud"));
        metadata.put("product", JsonObject.of("name", "rule-batch", "vendor_name", "rule-batch"));
        return metadata;
    }

    private static Map<String, Object> info(Verdict verdict) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("uid", verdict.check().ruleId() + "/" + verdict.region() + "/" + verdict.resource());
        info.put("title", verdict.check().title());
        return info;
    }

    private static Map<String, Object> compliance(Verdict verdict) {
        Map<String, Object> compliance = new LinkedHashMap<>();
        compliance.put("control", verdict.check().ruleId());
        compliance.put("standards", List.of("rule-batch"));
        compliance.put("status", capital(verdict.status().name()));
        compliance.put(
                "status_id",
                switch (verdict.status()) {
                    case PASS -> 1;
                    case FAIL -> 3;
                    case UNKNOWN -> 0;
                    case NOT_APPLICABLE -> OTHER;
                });
        if (!verdict.reason().isEmpty()) {
            compliance.put("status_detail", verdict.reason());
        }
        return compliance;
    }

    /** A check that could not even begin is in no region. */
    private static Map<String, Object> cloud(Verdict verdict) {
        Map<String, Object> cloud = JsonObject.of("provider", "AWS");
        if (!verdict.region().isEmpty()) {
            cloud.put("region", verdict.region());
        }
        return cloud;
    }

    private static Map<String, Object> resource(Verdict verdict) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("uid", verdict.resource());
        resource.put("region", verdict.region());
        resource.put("group", JsonObject.of("name", verdict.service()));
        return resource;
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1).toLowerCase(Locale.ROOT);
    }
}
