package org.rulebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.cli.print.ExitCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Ensures that a rule is explained from the command line, by id or file, with people's own knowledge. */
final class ExplainCommandTest {

    private static final String VERSIONING = "aws.s3.bucket.versioning_enabled";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void explainsARuleByItsId() {
        assertThat(run("explain", VERSIONING)).isZero();

        assertThat(out.toString())
                .startsWith(VERSIONING + "\n")
                .contains(
                        "I read: subject \"S3 buckets\", property ",
                        "Covered: \"S3 buckets\" by for_each; ",
                        "Not covered: nothing.",
                        "I chose between versioning of s3.bucket (s3.get_bucket_versioning Status) and ",
                        "asks      version",
                        "1. ",
                        "Decision: automated (sure)")
                .contains("check: s3.get_bucket_versioning Status equals Enabled");
    }

    @Test
    void printsJsonOfAFileThatStandsAnywhere() throws IOException {
        Path file = Files.writeString(
                folder.resolve("draft.yaml"), "rule_id: aws.kms.key.rotation_enabled\nservice: kms\n");

        assertThat(run("explain", file.toString(), "--json")).isZero();

        JsonNode json = JsonMapper.shared().readTree(out.toString());
        assertThat(json.path("options").path(0).path("what").asString())
                .isEqualTo("kms.get_key_rotation_status KeyRotationEnabled");
        assertThat(json.path("decision").path("outcome").asString()).isEqualTo("automated");
        assertThat(json.path("parts").path(0).path("place").asString()).isEqualTo("id");
        assertThat(json.path("summary").path(0).asString()).startsWith("I read: ");
    }

    @Test
    void suggestsTheNearestRule() {
        assertThat(run("explain", "aws.s3.bucket.versionning_enabled")).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString()).contains("did you mean '" + VERSIONING + "'?");
    }

    @Test
    void refusesFilesThatCannotBeUsed() throws IOException {
        Path unnamed = Files.writeString(folder.resolve("a.yaml"), "rule_id: aws.kms.key.rotation_enabled\n");
        Path broken = Files.writeString(folder.resolve("b.yaml"), "rule_id: [\n");

        assertThat(run("explain", unnamed.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(run("explain", broken.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(run("explain", folder + "/none.yaml")).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString()).contains("the service is missing", "b.yaml:", "There is no file");
    }

    @Test
    void usesPeoplesOwnKnowledgeAndSaysWhatItReplaces() throws IOException {
        own("Suspended");

        assertThat(run("explain", VERSIONING, "--rules-dir=jobs/services", "--jobs-dir=" + folder))
                .isZero();

        assertThat(out.toString()).contains("check: s3.get_bucket_versioning Status equals Suspended");
        assertThat(err.toString()).contains("replaces the fact versioning s3.get_bucket_versioning Status");
    }

    @Test
    void refusesOwnKnowledgeThatIsWrong() throws IOException {
        own("Sometimes");

        assertThat(run("explain", VERSIONING, "--rules-dir=jobs/services", "--jobs-dir=" + folder))
                .isEqualTo(ExitCode.USAGE);

        assertThat(err.toString()).contains("own.yaml:");
    }

    private void own(String value) throws IOException {
        Path knowledge = Files.createDirectories(folder.resolve("knowledge"));
        Files.writeString(
                knowledge.resolve("own.yaml"),
                """
                resource: s3.bucket
                names: [bucket]
                list: {operation: list_buckets, items: 'Buckets[]', id: Name}
                reads:
                - read: get_bucket_versioning
                  facts:
                  - versioning: item.Status == "%s"
                """
                        .formatted(value));
    }

    private int run(String... arguments) {
        return new CommandLineApp(new PrintWriter(out, true), new PrintWriter(err, true)).run(arguments);
    }
}
