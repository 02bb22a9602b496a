package org.rulebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.cli.print.ExitCode;
import org.rulebatch.files.Json;
import tools.jackson.databind.JsonNode;

/** Ensures that other tools' formats become rules of which a run decides; the fixtures are of their form, in our own words. */
final class ImportTest {

    private static final Path FIXTURES = Path.of("src/test/resources/imports");
    private static final String VERSIONING = "s3/metadata/aws.s3.bucket.versioning_enabled.yaml";
    private static final String PUBLIC = "rds/metadata/aws.rds.instance.not_publicly_accessible.yaml";
    private static final String ROTATION = "kms/metadata/aws.kms.key.rotation_enabled.yaml";
    private static final String SECRETS =
            "secretsmanager/metadata/aws.secretsmanager.secret.rotated_within_specified_number_days.yaml";

    @TempDir
    private Path folder;

    private StringWriter out = new StringWriter();

    @Test
    void prowlersChecksBecomeRules() throws IOException {
        assertThat(prowler()).isEqualTo(ExitCode.CRITERIA_NOT_MET);

        assertThat(files()).containsExactly(PUBLIC, VERSIONING);
        assertThat(rules().resolve(VERSIONING))
                .hasContent(
                        """
                        rule_id: aws.s3.bucket.versioning_enabled
                        service: s3
                        resource: bucket
                        requirement: Versioning enabled
                        title: S3 bucket has versioning enabled
                        severity: medium
                        description: "Says whether a bucket keeps old versions: Status is what counts."
                        rationale: What is overwritten is gone.
                        remediation: Keep versions.
                        references:
                        - "https://example.org/keep"
                        - "https://example.org/versions"
                        compliance:
                        - prowler_bucket_keeps_versions
                        """);
        assertThat(rules().resolve(PUBLIC)).content().contains("severity: low");
        assertThat(out.toString())
                .contains("blob_private left out: is about 'azure'; rules are about AWS")
                .contains("broken.metadata.json:2: left out: no JSON: ")
                .contains("quantum_ready left out: its service 'quantumledgr' is not known; ")
                .contains("no place for: Categories (1), CheckType (1), Remediation.Code (1)\n")
                .contains("2 rules written, 0 unchanged, 3 left out")
                .contains("Next: java -jar batch.jar --job=generateRules --rules-dir=" + rules());
    }

    @Test
    void securityHubsControlsBecomeRules() throws IOException {
        assertThat(securityHub()).isEqualTo(ExitCode.CRITERIA_NOT_MET);

        assertThat(files()).containsExactly(ROTATION, SECRETS);
        assertThat(rules().resolve(ROTATION))
                .content()
                .contains("severity: medium", "- aws_securityhub_KMS.4\n- A 1\n- B 7\n", "https://example.org/KMS.4");
        assertThat(rules().resolve(SECRETS))
                .content()
                .contains("Says when secrets were rotated. Its maxDaysSinceRotation is 90.");
        assertThat(out.toString())
                .contains("S3.5 left out: is disabled in Security Hub")
                .contains("CIS.1.1 left out: its id names no service; import what 'list-security-control-definitions'")
                .contains(
                        "no place for: CurrentRegionAvailability (1), CustomizableProperties (1), StandardsControlArn (1)");
    }

    @Test
    void aSecondImportChangesNothingAndWritesOverNothing() throws IOException {
        prowler();
        Path versioning = rules().resolve(VERSIONING);
        String first = Files.readString(versioning);

        prowler();
        assertThat(out.toString()).contains("0 rules written, 2 unchanged, 3 left out");

        Files.writeString(versioning, first + "# ours\n");
        assertThat(prowler()).isEqualTo(ExitCode.CRITERIA_NOT_MET);
        assertThat(out.toString()).contains(versioning + ": left out: it says something else and stays as it is");
        assertThat(versioning).content().endsWith("# ours\n");

        prowler("--force");
        assertThat(versioning).hasContent(first);
    }

    @Test
    void aRunDecidesImportedRules() throws IOException {
        prowler();
        securityHub();

        assertThat(run("validate", rules().toString())).isZero();
        assertThat(run("--job=generateRules", "--rules-dir=" + rules(), "--output-dir=" + folder.resolve("run")))
                .isZero();

        JsonNode all = Json.COMPACT.readTree(folder.resolve("run/summary/all_validated_requirements.json"));
        assertThat(method(all, "s3")).isEqualTo("get_bucket_versioning");
        assertThat(method(all, "kms")).isEqualTo("get_key_rotation_status");
        assertThat(method(all, "rds")).isEqualTo("describe_db_instances");
        assertThat(all.path("secretsmanager")).hasSize(1);
    }

    @Test
    void whatCannotBeUsedIsSaid() {
        assertThat(run("import", "prowler", folder + "/none", "--rules-dir=x")).isEqualTo(ExitCode.USAGE);
        assertThat(out.toString()).contains("There is no " + folder + "/none");
        assertThat(run("import", "trivy", folder.toString(), "--rules-dir=x")).isEqualTo(ExitCode.USAGE);
        assertThat(run("import", "prowler", folder.toString())).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aFolderInWhichNothingFitsSaysSo() throws IOException {
        Path scout = Path.of("src/test/resources/imports/formats/scoutsuite");

        assertThat(run("import", "prowler", scout.toString(), "--rules-dir=" + rules()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(out.toString())
                .contains("There are 4 files of the format scoutsuite")
                .contains("Nothing there is of the format prowler; name <check>.metadata.json of Prowler")
                .contains("omit the format, and each file's is recognized");
        assertThat(run("import", Files.createDirectory(folder.resolve("empty")).toString(), "--rules-dir=" + rules()))
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aFileThatIsNamedIsReadAsWhatItIs() {
        String pack = "src/test/resources/imports/formats/config-pack/pack.yaml";

        assertThat(run("import", "securityhub", pack, "--rules-dir=" + rules())).isEqualTo(ExitCode.CRITERIA_NOT_MET);
        assertThat(out.toString())
                .contains("is read as config, which it is, and not as securityhub", "2 rules written");
    }

    @Test
    void columnsAreMappedAndADryRunWritesNothing() throws IOException {
        Path table = Files.writeString(
                folder.resolve("own.csv"),
                "What,Why so,Nr\nBuckets must be versioned,Because,7\nKeys must be rotated,,8\n");
        String[] options = {
            "import",
            "csv",
            table.toString(),
            "--rules-dir=" + rules(),
            "--map",
            "title=What,rationale=Why so,id=Nr",
            "--service=kms",
            "--framework=OWN 1",
            "--dry-run"
        };

        assertThat(run(options)).isZero();
        assertThat(out.toString()).contains(".yaml  Buckets must be versioned", "2 rules would be written");
        assertThat(rules()).doesNotExist();

        assertThat(run(Stream.of(options).limit(options.length - 1).toArray(String[]::new)))
                .isZero();
        assertThat(rules().resolve("kms/metadata/aws.kms.key.rotated.yaml"))
                .content()
                .contains("- OWN 1 8");

        assertThat(run("import", "csv", table.toString(), "--rules-dir=x", "--map=titel=What"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(out.toString()).contains("--map: 'titel' is not a key of a rule; did you mean 'title'?");
    }

    private static String method(JsonNode all, String service) {
        return all.path(service)
                .path(0)
                .path("validated_function")
                .path("python_method")
                .asString("");
    }

    private int prowler(String... options) {
        return imported("prowler", options);
    }

    private int securityHub() {
        return imported("securityhub");
    }

    private int imported(String format, String... options) {
        return run(Stream.concat(
                        Stream.of("import", format, FIXTURES.resolve(format).toString(), "--rules-dir=" + rules()),
                        Stream.of(options))
                .toArray(String[]::new));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(rules())) {
            return all.filter(Files::isRegularFile)
                    .map(file -> rules().relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private Path rules() {
        return folder.resolve("rules");
    }

    private int run(String... arguments) {
        out = new StringWriter();
        PrintWriter writer = new PrintWriter(out, true);
        return new CommandLineApp(writer, writer).run(arguments);
    }
}
