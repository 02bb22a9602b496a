package org.rulebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.cli.print.ExitCode;
import org.rulebatch.yaml.YamlSchema;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands around a run: validate, schema, describe of an operation, diff, completion. */
final class ToolsTest {

    private static final String RULE_FILE =
            """
            version: "1.0"
            provider: aws
            service: s3
            discovery:
            - discovery_id: aws.s3.list_buckets
              calls:
              - action: list_buckets
                save_as: list_buckets_response
                on_error: continue
              emit:
                items_for: "{{ list_buckets_response.Buckets }}"
                as: resource
                item:
                  Name: "{{ resource.Name }}"
            - discovery_id: aws.s3.get_bucket_versioning
              for_each: aws.s3.list_buckets
              calls:
              - action: get_bucket_versioning
                params:
                  Bucket: "{{ item.Name }}"
                save_as: get_bucket_versioning_response
                on_error: continue
              emit:
                item:
                  Status: "{{ get_bucket_versioning_response.Status }}"
            checks:
            - rule_id: aws.s3.bucket.versioning_enabled
              title: Versioning
              severity: medium
              for_each: aws.s3.get_bucket_versioning
              conditions:
                var: item.Status
                op: equals
                value: Enabled
            """;
    private static final String RUN = """
            {"s3": [%s]}
            """;
    private static final String RULE =
            """
            {"rule_id": "%s", "decision": "automated", "ai_generated_requirements": {"fields": [{"boto3_python_field": "Status",
            "operator": "equals", "boto3_python_field_expected_values": "%s"}]},
            "validated_function": {"client": "s3", "python_method": "get_bucket_versioning"}}
            """;

    @TempDir
    private Path folder;

    private StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void clear() {
        out = new StringWriter();
    }

    @Test
    void whatARunWritesAndTheStarterRulesAreValid() throws IOException {
        write("s3_generated.yaml", RULE_FILE);

        assertThat(run("validate", folder.toString(), "jobs/services/s3")).isZero();
        assertThat(out.toString()).contains(" files, 0 errors");
    }

    @Test
    void whatIsWrongIsNamedWithItsLine() throws IOException {
        Path file = write(
                "s3_generated.yaml",
                RULE_FILE
                        .replace("action: list_buckets", "action: list_bucketz")
                        .replace("Bucket: ", "Bukket: ")
                        .replace("_response.Status", "_response.Statuz"));
        Path metadata = write("s3/metadata/a.yaml", "service: s3\ntitle: no id\n");
        Path decision = write("jobs/overrides/x.yaml", "rule_id: x\ndecision: maybe\n");

        assertThat(run("validate", folder.toString())).isEqualTo(ExitCode.CRITERIA_NOT_MET);

        assertThat(out.toString())
                .contains(file + ":7: error operation.unknown: s3 has no operation 'list_bucketz'")
                .contains("did you mean list_buckets?")
                .contains(file + ":20: error parameter.unknown: s3.get_bucket_versioning takes no Bukket")
                .contains(file + ":18: error parameter.missing: s3.get_bucket_versioning needs Bucket")
                .contains(file + ":25: error field.unknown")
                .contains(metadata + ":1: error metadata.rule_id: rule_id is missing")
                .contains(decision + ":2: error override.form");
    }

    @Test
    void findingsArePrintedForOtherPrograms() throws Exception {
        Path file = write("s3/metadata/a.yaml", "rule_id: [\n");

        run("validate", file.toString(), "--format=json");
        assertThat(json().path(0).path("line").asInt()).isEqualTo(2);
        run("validate", file.toString(), "--format=sarif");
        JsonNode result = json().path("runs").path(0).path("results").path(0);
        assertThat(result.path("level").asString()).isEqualTo("error");
        assertThat(result.path("locations")
                        .path(0)
                        .path("physicalLocation")
                        .path("artifactLocation")
                        .path("uri")
                        .asString())
                .isEqualTo(file.toString());
        run("validate", file.toString(), "--format=junit");
        String xml = out.toString();
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(xml)))
                        .getElementsByTagName("failure")
                        .getLength())
                .isEqualTo(1);
        assertThat(run("validate", folder + "/none.yaml")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void theSchemaIsThePublishedOne() {
        assertThat(run("schema")).isZero();
        assertThat(json())
                .isEqualTo(JsonMapper.shared()
                        .readTree(YamlSchema.bundled("rule.schema.json").text()));
        assertThat(run("schema", "override")).isZero();
        assertThat(json().path("$id").asString()).contains("override");
    }

    @Test
    void anOperationIsDescribed() {
        assertThat(run("describe", "s3.get_bucket_versioning")).isZero();
        assertThat(out.toString())
                .contains("Bucket: string, required", "from s3.list_buckets Buckets[].Name")
                .contains("Status: string, one of Enabled Suspended");
        run("describe", "s3.put_bucket_versioning");
        assertThat(out.toString()).contains("is not a read that a rule may use");
        assertThat(run("describe", "s3.get_bucket_versionin")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("did you mean 'get_bucket_versioning'?");
    }

    @Test
    void twoRunsAreCompared() throws IOException {
        String same = RULE.formatted("same", "Enabled");
        write(
                "a/summary/all_validated_requirements.json",
                RUN.formatted(same + "," + RULE.formatted("other", "Enabled") + "," + RULE.formatted("lost", "x")));
        write(
                "b/all_validated_requirements.json",
                RUN.formatted(RULE.formatted("new", "x") + "," + same + "," + RULE.formatted("other", "Suspended")));

        assertThat(run("diff", folder + "/a", folder + "/b")).isEqualTo(ExitCode.CRITERIA_NOT_MET);
        assertThat(out.toString())
                .contains("added    new", "lost     lost", "changed  other", "1 added, 1 lost, 1 changed")
                .contains("was  automated: s3.get_bucket_versioning Status equals Enabled")
                .contains("is   automated: s3.get_bucket_versioning Status equals Suspended")
                .doesNotContain("same");
        assertThat(run("diff", folder + "/a", folder + "/a")).isZero();
        assertThat(run("diff", folder + "/a", folder + "/c")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aShellCompletesCommandsAndOptions() throws Exception {
        assertThat(run("completion", "--name=rb")).isZero();
        Path script = write(
                "completion.sh",
                out + "\nCOMP_WORDS=(rb gener); COMP_CWORD=1\n_complete_rb\necho \"${COMPREPLY[@]}\"\n");

        Process bash = new ProcessBuilder("bash", script.toString())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(bash.getInputStream().readAllBytes())).contains("generateRules");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private JsonNode json() {
        return JsonMapper.shared().readTree(out.toString());
    }

    private int run(String... arguments) {
        out = new StringWriter();
        return new CommandLineApp(new PrintWriter(out, true), new PrintWriter(err, true)).run(arguments);
    }
}
