package org.rulebatch.engine.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rulebatch.engine.TwelveChecks;
import org.rulebatch.engine.Verdict.Status;
import org.rulebatch.engine.aws.AwsReadClient;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.yaml.YamlDocument;
import tools.jackson.databind.JsonNode;

/** The twelve kinds of checks of CheckLanguageTest on resources that {@code checks/<kind>.yaml} says how to make. */
@Tag("emulator")
final class CheckLanguageEmulatorTest {

    private static final Boto BOTO = new Boto();
    private static final AwsReadClient CLIENT = Emulator.client();
    private static final Proof PROOF = new Proof(BOTO, CLIENT);

    static List<Path> kinds() throws IOException {
        return TwelveChecks.kinds();
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
        RuleDocument document = TwelveChecks.only(proof.path("rule_id").asString());

        assertThat(PROOF.statuses(document, proof.path("complies"))).containsOnly(Status.PASS);
        assertThat(PROOF.statuses(document, proof.path("violates"))).containsOnly(Status.FAIL);
    }
}
