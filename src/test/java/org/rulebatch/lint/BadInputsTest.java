package org.rulebatch.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.generate.override.Overrides;
import org.rulebatch.language.Language;
import org.rulebatch.metadata.InvalidRule;
import org.rulebatch.metadata.RuleFolder;
import org.rulebatch.metadata.ServiceRules;
import org.rulebatch.prove.Examples;
import org.rulebatch.requirement.Finding;

/** Ensures that each bad input has the finding it should have, and that the run refuses what the linter calls an error. */
final class BadInputsTest {

    private static final List<String> JOBS =
            List.of("generateRules", "testRules", "scan", "validate", "worker", "runs");

    @TempDir
    private Path folder;

    private Map<String, String> expected = new TreeMap<>();
    private CheckedFiles checked = new CheckedFiles(List.of(), List.of());

    @BeforeEach
    void write() throws IOException {
        for (String row : Files.readAllLines(Path.of("src/test/resources/lint/bad_inputs.txt"))) {
            if (!row.startsWith("#")) {
                String[] cells = row.split("\\|", -1);
                Path file = folder.resolve(cells[0]);
                Files.createDirectories(file.getParent());
                Files.writeString(file, cells[1].replace("~", "\n"));
                expected.put(file.toString(), cells[2].equals("-") ? "" : cells[2]);
            }
        }
        Map<String, List<String>> jobs = new HashMap<>();
        JOBS.forEach(job -> jobs.put(job, List.of("batch-size", "format")));
        checked = new FileLint(
                        Catalog.bundled(),
                        new JobFileLint(jobs),
                        new Examples(Catalog.bundled(), () -> Language.of(Catalog.bundled()))::check)
                .check(List.of(folder));
    }

    @Test
    void everyInputHasTheFindingsItShouldHaveAndNoOthers() {
        Map<String, String> found = new TreeMap<>();
        checked.files().forEach(file -> found.put(file, ""));
        checked.findings()
                .forEach(each -> found.merge(each.file(), each.finding().id(), BadInputsTest::joined));

        assertThat(expected).hasSizeGreaterThan(80);
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void theRunRefusesTheRulesThatTheLinterRefuses() throws IOException {
        ServiceRules read = new RuleFolder(folder.resolve("services")).read("s3", new HashMap<>());

        Set<String> refused = new TreeSet<>();
        read.invalid().stream().map(InvalidRule::file).forEach(refused::add);
        assertThat(refused).isEqualTo(errors("services"));
        assertThat(new RuleFolder(folder.resolve("services")).passedOver())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("x61.yaml", "x60.yaml");
    }

    @Test
    void theRunRefusesTheDecisionsWhoseFormTheLinterRefuses() {
        List<Finding> ofRun =
                new ArrayList<>(Overrides.in(folder.resolve("overrides")).findings());

        Set<String> refused = new TreeSet<>();
        ofRun.forEach(finding -> refused.add(finding.place().replaceFirst(":\\d+$", "")));
        Set<String> byForm = errors("overrides");
        byForm.removeIf(file -> !expected.getOrDefault(file, "").matches("override.form.*|yaml.syntax"));
        assertThat(refused).isEqualTo(byForm);
    }

    @Test
    void whatIsNotARegularFileIsSaidAndNeverWaitedFor() throws IOException, InterruptedException {
        Path device = folder.resolve("services/s3/metadata/device.yaml");
        Files.createSymbolicLink(device, Path.of("/dev/zero"));
        Path pipe = folder.resolve("services/s3/metadata/pipe.yaml");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Path out = folder.resolve("services/s3/metadata/out.yaml");
        Path secret = Files.writeString(Files.createTempFile("secret", ".yaml"), "rule_id: aws.s3.bucket.secret\n");
        Files.createSymbolicLink(out, secret);

        ServiceRules read = new RuleFolder(folder.resolve("services")).read("s3", new HashMap<>());

        assertThat(read.invalid())
                .filteredOn(rule ->
                        rule.file().equals(device.toString()) || rule.file().equals(out.toString()))
                .extracting(InvalidRule::reason)
                .allSatisfy(reason -> assertThat(reason).contains("leads out of the rules folder"))
                .hasSize(2);
        assertThat(read.invalid())
                .filteredOn(rule -> rule.file().equals(pipe.toString()))
                .singleElement()
                .extracting(InvalidRule::reason)
                .asString()
                .contains("not a regular file");
        Files.delete(secret);
    }

    @Test
    void megabytesOfDigitsAreText() throws IOException {
        Path file = folder.resolve("services/s3/metadata/digits.yaml");
        Files.writeString(
                file, "rule_id: aws.s3.bucket.digits\ntitle: " + "9".repeat(4_000_000), StandardCharsets.UTF_8);

        assertThat(RuleFolder.readFile(file).rules().get(0).title()).hasSize(4_000_000);
    }

    private Set<String> errors(String below) {
        Set<String> files = new TreeSet<>();
        checked.findings().stream()
                .filter(each -> each.finding().isError())
                .map(FileFinding::file)
                .filter(file -> file.startsWith(folder.resolve(below).toString()))
                .forEach(files::add);
        return files;
    }

    private static String joined(String left, String right) {
        return left.isEmpty() ? right : left + " " + right;
    }
}
