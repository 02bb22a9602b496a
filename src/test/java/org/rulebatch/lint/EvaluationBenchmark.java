package org.rulebatch.lint;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.language.Expression;
import org.rulebatch.language.Language;
import org.rulebatch.language.value.Evaluation;
import org.rulebatch.ruleyaml.Check;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.ruleyaml.RuleYamlReader;
import org.rulebatch.yaml.YamlDocument;

/**
 * Measures how many items a second three typical checks of a rule file judge, {@code where} and {@code complies} each, in CPU
 * time of one thread; run by scripts/bench-language.
 */
final class EvaluationBenchmark {

    private static final Path RULES = Path.of("src/test/resources/checks/twelve_generated.yaml");
    private static final int ROUNDS = 5;
    private static final int ITEMS = 200_000;

    private static final Map<String, Object> KEY = Map.of(
            "KeyManager",
            "CUSTOMER",
            "KeySpec",
            "SYMMETRIC_DEFAULT",
            "Origin",
            "AWS_KMS",
            "KeyState",
            "Enabled",
            "KeyRotationEnabled",
            true);
    private static final String POLICY =
            """
            {"Version":"2012-10-17","Statement":[{"Sid":"own","Effect":"Allow","Principal":{"AWS":"*"},"Action":["sns:Publish",
            "sns:Subscribe"],"Resource":"arn:aws:sns:eu-west-1:123456789012:t","Condition":{"StringEquals":
            {"aws:SourceOwner":"123456789012"}}}]}""";

    private EvaluationBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        RuleDocument rules = new RuleYamlReader().read(YamlDocument.read(RULES));
        Language language = Language.of(Catalog.bundled());
        CheckCompiler compiler = new CheckCompiler(rules, () -> language);
        List<Map<String, Object>> logs = IntStream.range(0, 20)
                .mapToObj(i -> Map.<String, Object>of(
                        "ResourceId", "vpc-" + i, "FlowLogStatus", "ACTIVE", "TrafficType", "ALL"))
                .toList();
        for (int round = 1; round <= ROUNDS; round++) {
            measure(round, "population", find(rules, compiler, "aws.kms.key.rotation_enabled"), values(KEY));
            Map<String, Object> joined = values(Map.of("VpcId", "vpc-10", "IsDefault", false));
            joined.put("flow_logs", logs);
            measure(round, "join with 20", find(rules, compiler, "aws.vpc.vpc.flow_logs_enabled"), joined);
            Map<String, Object> topic = values(Map.of("Attributes", Map.of("Policy", POLICY)));
            measure(round, "policy", find(rules, compiler, "aws.sns.topic.not_public"), topic);
        }
    }

    private static CheckCompiler.Compiled find(RuleDocument rules, CheckCompiler compiler, String id) {
        Check check = rules.checks().stream()
                .filter(each -> each.ruleId().equals(id))
                .findFirst()
                .orElseThrow();
        return compiler.compile(check);
    }

    private static Map<String, Object> values(Map<String, Object> item) {
        return new HashMap<>(Map.of(
                "item",
                item,
                "params",
                Map.of(),
                "account",
                "123456789012",
                "region",
                "eu-west-1",
                "now",
                Instant.parse("2026-01-31T00:00:00Z")));
    }

    private static void measure(int round, String name, CheckCompiler.Compiled check, Map<String, Object> values) {
        long started = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < ITEMS; i++) {
            check.where().ifPresent(where -> holds(where, values));
            holds(check.complies().orElseThrow(), values);
        }
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - started) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "round %d: %-12s %,9.0f items a second, %.1f million a minute%n",
                round,
                name,
                ITEMS / seconds,
                60 * ITEMS / seconds / 1e6);
    }

    private static void holds(Expression expression, Map<String, Object> values) {
        Evaluation evaluation = expression.evaluate(values);
        if (!(evaluation instanceof Evaluation.True)) {
            throw new IllegalStateException("the made item should comply: " + evaluation);
        }
    }
}
