package org.rulebatch.engine.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rulebatch.engine.Verdict.Status;
import org.rulebatch.engine.aws.AwsReadClient;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.yaml.YamlDocument;
import tools.jackson.databind.JsonNode;

/**
 * Proves what generated rules decide: each is run on a resource that complies and on one that does not, which
 * {@code proofs/<rule_id>.yaml} says how to make.
 */
@Tag("emulator")
final class ProofsTest {

    private static final Path FOLDER = Path.of("src/test/resources/proofs");

    private static final Boto BOTO = new Boto();
    private static final AwsReadClient CLIENT = Emulator.client();
    private static final Proof PROOF = new Proof(BOTO, CLIENT);
    private static final GeneratedRules RULES = new GeneratedRules(GeneratedRules.STARTER);

    static List<String> rules() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .sorted()
                    .toList();
        }
    }

    @AfterAll
    static void close() {
        CLIENT.close();
        BOTO.close();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void decides(String rule) throws IOException {
        JsonNode proof = YamlDocument.read(FOLDER.resolve(rule + ".yaml")).root();
        Assumptions.assumeFalse(
                proof.has("not_emulated"), () -> proof.path("not_emulated").asString());
        RuleDocument document = RULES.only(rule);

        assertThat(PROOF.statuses(document, proof.path("complies"))).containsOnly(Status.PASS);
        assertThat(PROOF.statuses(document, proof.path("violates"))).containsOnly(Status.FAIL);
    }
}
