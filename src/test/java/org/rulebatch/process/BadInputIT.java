package org.rulebatch.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rulebatch.files.Json;
import tools.jackson.databind.JsonNode;

/** What people see of input that cannot be used: exit code, stdout, stderr, and the report where the run goes on. */
final class BadInputIT {

    private static final String GOOD = "rule_id: aws.s3.bucket.versioning_enabled\nservice: s3\nresource: bucket\n"
            + "title: S3 buckets keep old versions\n";

    @TempDir
    private Path folder;

    @Test
    void aBadRuleFileIsReportedWithFileAndLineWhileTheOthersGoOn() throws IOException {
        // given
        write("rules/s3/metadata/good.yaml", GOOD);
        Map<String, String> reasons = new TreeMap<>();
        bad(reasons, "s3/metadata/malformed.yaml", "title: x\nrule_id: [aws\n", 3, "expected ',' or ']'");
        bad(reasons, "s3/metadata/no_id.yaml", "title: x\n", 1, "rule_id is missing; add rule_id: aws.s3.");
        bad(reasons, "s3/metadata/other.yaml", "rule_id: aws.ec2.x.y\nservice: ec2\n", 2, "in the folder of 's3'");
        bad(reasons, "s3/metadata/twice.yaml", "# again\n" + GOOD, 2, "the same rule_id stands in");
        bad(reasons, "s3/metadata/path.yaml", "rule_id: ../../etc/passwd\n", 1, "'../../etc/passwd' may hold");
        bad(reasons, "s3/metadata/control.yaml", "rule_id: \"a\\u001b[31mb\"\n", 1, "a\\u001b[31mb' may hold");
        bad(reasons, "s3/metadata/bomb.yaml", bomb(), 2, "an alias");
        bad(reasons, "s3/metadata/huge.yaml", "title: " + "x".repeat(100_000_000), 1, "larger than 4 MiB");
        bad(reasons, "s4/metadata/unknown.yaml", "rule_id: aws.s4.a.b\n", 1, "'s4' is not an AWS service");
        bad(reasons, "S 3/metadata/stray.yaml", GOOD, 1, "the folder's name cannot be a service's");
        Files.createDirectories(folder.resolve("rules/iam"));

        // when
        Ended ended = generate("--rules-dir=rules", "--min-validation-rate=0");

        // then
        ended.with(0);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out())
                .contains("11 rules of 2 services", "10 invalid", "summary/orchestrator_final_report.json");
        JsonNode report = report();
        assertThat(report.path("summary").path("total_rules").asInt()).isEqualTo(11);
        Map<String, String> found = new TreeMap<>();
        report.path("invalid").forEach(rule -> {
            String place =
                    rule.path("file").asString() + ":" + rule.path("line").asInt();
            found.put(place, rule.path("reason").asString());
        });
        assertThat(found.keySet()).isEqualTo(reasons.keySet());
        found.forEach((place, reason) -> assertThat(reason).as(place).contains(reasons.get(place)));
        assertThat(report.path("invalid").toString()).doesNotContain("\u001b");
    }

    @Test
    void invalidRulesCountAgainstTheCriterion() throws IOException {
        write("rules/s3/metadata/good.yaml", GOOD);
        write("rules/s3/metadata/no_id.yaml", "title: x\n");

        Ended ended = generate("--rules-dir=rules");

        ended.with(1);
        assertThat(ended.out())
                .contains(
                        "not met: validation rate",
                        "1 invalid",
                        "jq .invalid orchestrator_output/summary/orchestrator_final_report.json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    --rules-dir=nowhere                      | The rules folder nowhere cannot be read
                    --rules-dir=empty                        | Nothing to do: empty holds no usable rule.
                    --rules-dir=broken                       | broken/s3/metadata/r.yaml:1: rule_id is missing
                    --rules-dir=rules --services=s4          | the service 's4' has no folder in rules (did you mean 's3'?)
                    --rules-dir=rules --services=iam         | the service 'iam' has no rule: rules/iam/metadata holds no .yaml file
                    --rules-dir=rules --services=../s3       | '../s3' cannot be a service's name
                    --rules-dir=rules --services-file=none   | none: lists no service; write one a line
                    --rules-dir=rules --services-file=paths  | paths:2: '../../etc' cannot be a service's name
                    --rules-dir=rules --batch-sise=3         | Unknown option '--batch-sise'; did you mean '--batch-size'?
                    --output-dir=taken                       | --output-dir: the folder taken cannot be written (
                    --output-dir=/proc/none                  | --output-dir: the folder /proc/none cannot be written (
                    """)
    void whatCannotBeRunIsExplainedWithExitCode2(String arguments, String message) throws IOException {
        // given
        Files.createDirectories(folder.resolve("empty"));
        Files.createDirectories(folder.resolve("rules/iam"));
        write("rules/s3/metadata/good.yaml", GOOD);
        write("broken/s3/metadata/r.yaml", "title: x\n");
        write("none", "# nothing\n\n");
        write("paths", "s3\n../../etc\n");
        write("taken", "a file\n");
        List<String> before = names();

        // when
        List<String> all = new ArrayList<>(List.of(arguments.split(" ")));
        if (!arguments.contains("--rules-dir")) {
            all.add("--rules-dir=rules");
        }
        Ended ended = generate(all.toArray(String[]::new));

        // then
        assertThat(ended.err()).contains(message).doesNotContain("\tat ", "should not have happened");
        ended.with(2);
        assertThat(names()).as("a refused run leaves nothing to read").isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    --job=generateRulez | Unknown job or command 'generateRulez'; did you mean 'generateRules'?
                    --jobb=x            | Unknown option '--jobb'; did you mean '--job'?
                    """)
    void anUnknownJobIsSuggestedTheNearest(String argument, String message) {
        Ended ended = Program.run(folder, argument);

        ended.with(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).startsWith(message).contains("--help");
    }

    private Ended generate(String... options) {
        return Program.run(
                folder,
                Stream.concat(Stream.of("--job=generateRules"), Stream.of(options))
                        .toArray(String[]::new));
    }

    private JsonNode report() throws IOException {
        return Json.COMPACT.readTree(
                Files.readAllBytes(folder.resolve("orchestrator_output/summary/orchestrator_final_report.json")));
    }

    private void bad(Map<String, String> reasons, String file, String text, int line, String reason)
            throws IOException {
        write("rules/" + file, text);
        reasons.put("rules/" + file + ":" + line, reason);
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString())
                    .filter(name -> !name.contains(".rule-batch"))
                    .filter(name -> !name.equals("orchestrator_output"))
                    .sorted()
                    .toList();
        }
    }

    private static String bomb() {
        StringBuilder yaml = new StringBuilder("rule_id: &a0 x\n");
        for (int i = 1; i < 40; i++) {
            String alias = "*a" + (i - 1);
            yaml.append("k" + i + ": &a" + i + " [" + String.join(", ", alias, alias, alias, alias) + "]\n");
        }
        return yaml.toString();
    }
}
