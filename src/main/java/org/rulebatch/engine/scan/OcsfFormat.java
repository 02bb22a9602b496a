package org.rulebatch.engine.scan;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.rulebatch.engine.Severity;
import org.rulebatch.engine.Verdict;

/** Prints a Compliance Finding for each verdict about a resource; the class has no place of its own for the values that were read. */
final class OcsfFormat {

    private static final int FINDINGS = 2;
    private static final int COMPLIANCE_FINDING = 2003;
    private static final int CREATE = 1;
    private static final int OTHER = 99;
    private static final int AWS_ACCOUNT = 10;

    private OcsfFormat() {}

    static void write(Verdicts verdicts, RuleTexts texts, PrintWriter out) {
        Uids uids = new Uids();
        SafeJson.write(out, json -> {
            json.writeStartArray();
            try (Stream<VerdictJson> all = verdicts.all().get()) {
                all.filter(verdict -> verdict.state() != Verdict.Status.NOT_APPLICABLE)
                        .forEach(verdict -> json.writePOJO(finding(verdict, uids.of(verdict), verdicts.time(), texts)));
            }
            json.writeEndArray();
        });
    }

    private static Map<String, Object> finding(VerdictJson verdict, String uid, Instant time, RuleTexts texts) {
        Map<String, Object> finding = new LinkedHashMap<>();
        finding.put("class_uid", COMPLIANCE_FINDING);
        finding.put("class_name", "Compliance Finding");
        finding.put("category_uid", FINDINGS);
        finding.put("category_name", "Findings");
        finding.put("activity_id", CREATE);
        finding.put("type_uid", COMPLIANCE_FINDING * 100 + CREATE);
        finding.put("time", time.toEpochMilli());
        Severity severity = Severity.of(verdict.severity());
        finding.put("severity_id", severity.ordinal() + 1);
        finding.put("severity", capital(severity.word()));
        finding.put("metadata", metadata());
        finding.put("finding_info", info(verdict, uid));
        finding.put("compliance", compliance(verdict, texts));
        finding.put("cloud", cloud(verdict));
        if (!verdict.resource().isEmpty()) {
            finding.put("resources", List.of(resource(verdict)));
        }
        String remediation = texts.remediation(verdict.ruleId());
        if (!remediation.isEmpty()) {
            finding.put("remediation", JsonObject.of("desc", remediation));
        }
        if (!verdict.expected().isEmpty()) {
            finding.put("unmapped", JsonObject.of("evidence", verdict.evidence(), "expected", verdict.expected()));
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

    private static Map<String, Object> info(VerdictJson verdict, String uid) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("uid", uid);
        info.put("title", verdict.title());
        return info;
    }

    private static Map<String, Object> compliance(VerdictJson verdict, RuleTexts texts) {
        Map<String, Object> compliance = new LinkedHashMap<>();
        compliance.put("control", verdict.ruleId());
        compliance.put("standards", List.of("rule-batch"));
        List<String> frameworks = texts.frameworks(verdict.ruleId());
        if (!frameworks.isEmpty()) {
            compliance.put("requirements", frameworks);
        }
        compliance.put("status", capital(verdict.status()));
        compliance.put(
                "status_id",
                switch (verdict.state()) {
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
    private static Map<String, Object> cloud(VerdictJson verdict) {
        Map<String, Object> cloud = JsonObject.of("provider", "AWS");
        if (!verdict.account().isEmpty()) {
            cloud.put("account", account(verdict.account()));
        }
        if (!verdict.region().isEmpty()) {
            cloud.put("region", verdict.region());
        }
        return cloud;
    }

    private static Map<String, Object> account(String uid) {
        Map<String, Object> account = JsonObject.of("uid", uid);
        account.put("type", "AWS Account");
        account.put("type_id", AWS_ACCOUNT);
        return account;
    }

    private static Map<String, Object> resource(VerdictJson verdict) {
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
