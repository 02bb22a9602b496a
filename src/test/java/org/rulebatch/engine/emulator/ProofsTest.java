package org.rulebatch.engine.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.engine.Engine;
import org.rulebatch.engine.Verdict;
import org.rulebatch.engine.Verdict.Status;
import org.rulebatch.engine.aws.AwsGeography;
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

        assertThat(statuses(document, proof.path("complies"))).containsOnly(Status.PASS);
        assertThat(statuses(document, proof.path("violates"))).containsOnly(Status.FAIL);
    }

    /** The verdicts about the resource that is made; about all, where the proof names none. */
    private static List<Status> statuses(RuleDocument document, JsonNode side) {
        Emulator.reset();
        Seed seed = new Seed(BOTO);
        seed.make(side.path("make"));
        String resource =
                side.has("resource") ? seed.params(side.path("resource")).toString() : "*";
        Engine engine = new Engine(
                CLIENT,
                new AwsGeography(Catalog.bundled(), Emulator.REGION),
                Catalog.bundled(),
                Clock.systemUTC(),
                Engine.CALLS_AT_ONCE);
        List<Status> statuses = new ArrayList<>();
        engine.run(List.of(document), List.of(Emulator.REGION))
                .verdicts()
                .filter(verdict -> isMeant(verdict, resource))
                .forEach(verdict -> statuses.add(verdict.status()));
        return statuses;
    }

    /** The resource's whole name, or the last part of its ARN. */
    private static boolean isMeant(Verdict verdict, String resource) {
        return verdict.resource()
                .matches("(.*[:/])?" + resource.replace(".", "\\.").replace("*", ".*"));
    }
}
