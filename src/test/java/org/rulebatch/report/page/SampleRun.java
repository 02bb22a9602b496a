package org.rulebatch.report.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.files.Json;
import org.rulebatch.report.entry.ErrorAnalysis;
import org.rulebatch.report.entry.ErrorCause;
import org.rulebatch.report.entry.ReportEntry;
import org.rulebatch.report.entry.ServiceTest;
import org.rulebatch.report.entry.TestResults;
import org.rulebatch.store.OutputFolder;

/** The files of a run of so many rules, half of them automated; some say what would break a careless page. */
final class SampleRun {

    /** Ends a script, starts a comment, ends a line of a script, looks like a formula. */
    static final String NASTY = "=1+1 </script><!-- <script>window.broken = true</script> \u2028 & \"it's\" -->";

    private static final int RULES_A_SERVICE = 40;

    private static final String CANNOT_RUN = "the check was tested and cannot run";

    private final OutputFolder output;
    private final boolean tested;

    private SampleRun(OutputFolder output, boolean tested) {
        this.output = output;
        this.tested = tested;
    }

    /** @return the page */
    static Path write(Path folder, int rules) throws IOException {
        return new SampleRun(new OutputFolder(folder), false).page(rules);
    }

    /** The same, with what came of executing the rules. */
    static Path tested(Path folder, int rules) throws IOException {
        return new SampleRun(new OutputFolder(folder), true).page(rules);
    }

    private Path page(int rules) throws IOException {
        Files.createDirectories(output.allRuleFiles());
        requirements(rules);
        Optional<TestResults> tests = tested ? Optional.of(tests()) : Optional.empty();
        PageData run = new PageData("20260102_030405", "2026-01-02T03:04:05Z", report(rules), tests);
        HtmlReport.write(output, run);
        ControlSheet.write(output, run);
        return output.page();
    }

    private static TestResults tests() {
        ServiceTest.Error error =
                new ServiceTest.Error(id(0, 0), "aws.s3.x", "s3.get_x", "access_denied", "denied " + NASTY);
        Map<String, String> demoted = Map.of(id(0, 2), CANNOT_RUN);
        ServiceTest test =
                new ServiceTest(false, 20, 18, 1, List.of(error), 0, 1.5, List.of(), demoted, Map.of(id(0, 0), "FAIL"));
        ErrorCause cause = new ErrorCause(
                "access_denied", "s3.get_x", "*", 1, List.of(), List.of(), NASTY, "Allow the role to call s3.get_x.");
        return new TestResults(
                new TreeMap<>(Map.of(service(0), test)), new ErrorAnalysis(List.of(cause), List.of(), demoted));
    }

    static String service(int number) {
        return String.format("service%03d", number);
    }

    static String id(int service, int number) {
        return String.format("aws.%s.bucket.number_%04d_is_enabled", service(service), number);
    }

    private void requirements(int rules) throws IOException {
        AtomicFile.write(output.allRequirements(), Json.document(json -> {
            json.writeStartObject();
            for (int from = 0; from < rules; from += RULES_A_SERVICE) {
                int service = from / RULES_A_SERVICE;
                json.writeArrayPropertyStart(service(service));
                StringBuilder yaml = new StringBuilder("version: \"2.0\"\ndiscovery:\n");
                yaml.append("- discovery_id: aws.s3.also\n  calls:\n  - action: also\n");
                yaml.append("- discovery_id: aws.s3.list_buckets\n  calls:\n  - action: list_buckets\n");
                yaml.append("- discovery_id: aws.s3.get\n  for_each: aws.s3.list_buckets\n  calls: []\nchecks:\n");
                for (int number = 0; number < Math.min(RULES_A_SERVICE, rules - from); number++) {
                    boolean cannotRun = tested && service == 0 && number == 2;
                    json.writePOJO(rule(service, number, cannotRun));
                    if (!cannotRun) {
                        yaml.append("- rule_id: ").append(id(service, number)).append("\n  for_each: aws.s3.get\n");
                        yaml.append("  with:\n    others: aws.s3.also\n  complies: 'item.A == \"b\"'\n");
                    }
                }
                json.writeEndArray();
                Files.writeString(output.allRuleFiles().resolve(OutputFolder.ruleFile(service(service))), yaml);
            }
            json.writeEndObject();
        }));
    }

    private static Map<String, Object> rule(int service, int number, boolean cannotRun) {
        boolean automated = number % 2 == 0 && !cannotRun;
        Map<String, Object> field = Map.of(
                "boto3_python_field",
                "Configuration.Status" + number,
                "operator",
                "equals",
                "boto3_python_field_expected_values",
                "Enabled");
        Map<String, Object> function = Map.of("client", "s3", "python_method", "get_bucket_" + number);
        Map<String, Object> candidate = new LinkedHashMap<>(field);
        candidate.putAll(function);
        candidate.put("score", 0.5);
        candidate.put("source", "knowledge");
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("rule_id", id(service, number));
        rule.put("service", service(service));
        rule.put("title", number == 0 ? "Title " + NASTY : "Rule number " + number + " of a bucket");
        rule.put("description", "A bucket is as it must be. ".repeat(10) + (number == 0 ? NASTY : ""));
        rule.put("severity", number % 4 == 0 ? "high" : "medium");
        rule.put("remediation", "Do what " + NASTY);
        rule.put("references", List.of("https://example.org/" + number, "javascript:alert(1)"));
        rule.put("compliance", List.of("cis_aws_3.0.0_2." + number % 12));
        rule.put("decision", automated ? "automated" : "manual_review");
        rule.put("ai_generated_requirements", automated ? Map.of("fields", List.of(field)) : Map.of());
        rule.put("validated_function", automated ? function : Map.of());
        rule.put("field_validation", Map.of("Configuration.Status" + number, Map.of("type", "string")));
        rule.put("confidence", number / 100.0);
        rule.put("candidates", List.of(candidate, candidate, candidate));
        if (!automated) {
            rule.put("cause", cannotRun ? "invalid_check" : "no_read_api");
            rule.put("reason", cannotRun ? CANNOT_RUN : "no read API says it");
        }
        if (automated && number == 0) {
            rule.put("examples", List.of(example("PASS", "Enabled"), example("FAIL", NASTY)));
        }
        if (number == 0) {
            rule.put("parts", List.of(part(0, 5, "conditions"), part(6, 10, null)));
        }
        if (number % 10 == 0) {
            rule.put("findings", List.of(Map.of("severity", "note", "id", "a.b", "message", "read as x", "hint", "")));
        }
        rule.put(
                "provenance", Map.of("generator", service % 2 == 0 ? "embedded" : "override", "catalog", "botocore 1"));
        return rule;
    }

    private static Map<String, Object> part(int from, int to, @Nullable String by) {
        Map<String, Object> part = new LinkedHashMap<>(Map.of("kind", "property", "text", "", "place", "title"));
        part.put("from", from);
        part.put("to", to);
        part.put("covered_by", by);
        return part;
    }

    private static Map<String, Object> example(String verdict, String status) {
        Map<String, Object> answer = Map.of("Rules", List.of(Map.of("Status", status)));
        return Map.of("verdict", verdict, "answers", Map.of("s3.get_bucket_0", answer));
    }

    private static ReportEntry report(int rules) {
        Map<String, Object> criterion = Map.of("name", "all batches successful", "met", false, "actual", "1/2");
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("total_services", (rules + RULES_A_SERVICE - 1) / RULES_A_SERVICE);
        summary.put("total_rules", rules + 1);
        summary.put("total_validated", rules / 2);
        summary.put("manual_review", rules - rules / 2);
        summary.put("invalid", 1);
        summary.put("failed", 0);
        summary.put("success", false);
        summary.put("criteria", List.of(criterion));
        Map<String, Object> batch = Map.of(
                "batch_number",
                1,
                "services",
                List.of(service(0)),
                "status",
                "failed",
                "duration_seconds",
                12.3,
                "stats",
                Map.of("total_rules", rules),
                "error",
                NASTY);
        Map<String, Object> invalid =
                Map.of("rule_id", "no.such.rule", "service", "s3", "file", "a & b.yaml", "line", 3, "reason", NASTY);
        Map<String, Object> usage = Map.of("cost_usd", 0.25, "services", Map.of(service(0), Map.of("cost_usd", 0.25)));
        return Json.COMPACT.convertValue(
                Map.of(
                        "summary",
                        summary,
                        "batches",
                        List.of(batch),
                        "model_usage",
                        usage,
                        "invalid",
                        List.of(invalid)),
                ReportEntry.class);
    }
}
