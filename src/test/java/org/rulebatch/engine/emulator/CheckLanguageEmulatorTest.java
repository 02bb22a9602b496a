package org.rulebatch.engine.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rulebatch.engine.Verdict.Status;
import org.rulebatch.engine.aws.AwsReadClient;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.ruleyaml.RuleYamlReader;
import org.rulebatch.yaml.YamlDocument;
import tools.jackson.databind.JsonNode;

/** The twelve kinds of checks of CheckLanguageTest on resources that {@code checks/<kind>.yaml} says how to make. */
@Tag("emulator")
final class CheckLanguageEmulatorTest {

    private static final Path FOLDER = Path.of("src/test/resources/checks");
    private static final Path RULE_FILE = FOLDER.resolve("twelve_generated.yaml");
    private static final Boto BOTO = new Boto();
    private static final AwsReadClient CLIENT = Emulator.client();
    private static final Proof PROOF = new Proof(BOTO, CLIENT);

    static List<Path> kinds() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.equals(RULE_FILE)).sorted().toList();
        }
    }

    @AfterAll
    static void close() {
        CLIENT.close();
        BOTO.close();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void decides(Path kind) throws IOException {
        JsonNode proof = YamlDocument.read(kind).root();
        RuleDocument all = new RuleYamlReader().read(YamlDocument.read(RULE_FILE));
        RuleDocument document = new RuleDocument(
                all.service(),
                all.discoveries(),
                all.checks().stream()
                        .filter(check ->
                                check.ruleId().equals(proof.path("rule_id").asString()))
                        .toList());

        assertThat(PROOF.statuses(document, proof.path("complies"))).containsOnly(Status.PASS);
        assertThat(PROOF.statuses(document, proof.path("violates"))).containsOnly(Status.FAIL);
    }
}
