package org.rulebatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.files.Json;
import org.rulebatch.generate.override.OverrideReader;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Requirement;
import org.rulebatch.ruleyaml.Chains;
import org.rulebatch.ruleyaml.Planner;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.ruleyaml.RuleYamlWriter;
import org.rulebatch.validate.ValidatedRequirement;
import org.rulebatch.validate.Validator;
import org.rulebatch.yaml.YamlDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Twelve kinds of checks that rule files of version 1.0 could not say, each from a person's decision to the verdicts on answers
 * that comply and that violate. {@code checks/<kind>.yaml} has the check and the answers, in the form of {@link StatedAnswers};
 * {@code checks/twelve_generated.yaml} is the rule file that is executed; where it is to change, take it from target. CheckLanguageEmulatorTest runs the same file on moto.
 */
final class CheckLanguageTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-31T00:00:00Z"), ZoneOffset.UTC);
    private static final Catalog CATALOG = Catalog.bundled();
    private static final Validator VALIDATOR = new Validator(CATALOG, new Chains(CATALOG));

    static List<String> kinds() throws IOException {
        return TwelveChecks.kinds().stream()
                .map(file -> file.getFileName().toString().replace(".yaml", ""))
                .toList();
    }

    @Test
    void theRuleFileIsWhatThePlannerMakesOfTheChecks() throws IOException {
        Planner planner = new Planner("twelve");
        assertThat(kinds()).hasSize(12).allSatisfy(kind -> plan(planner, read(kind)));

        String written = RuleYamlWriter.write(planner.document());
        Files.writeString(Path.of("target", "twelve_generated.yaml"), written);
        assertThat(written).isEqualTo(Files.readString(TwelveChecks.RULE_FILE));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void decides(String kind) throws IOException {
        JsonNode given = read(kind);

        assertThat(verdicts(given, given.path("complies")))
                .containsExactlyInAnyOrderElementsOf(stated(given, "complies"));
        assertThat(verdicts(given, given.path("violates")))
                .containsExactlyInAnyOrderElementsOf(stated(given, "violates"));
        assertThat(stated(given, "complies")).anyMatch(line -> line.startsWith("PASS"));
        assertThat(stated(given, "violates")).anyMatch(line -> line.startsWith("FAIL"));
    }

    private static List<String> verdicts(JsonNode given, JsonNode side) throws IOException {
        RuleDocument document = TwelveChecks.only(given.path("rule_id").asString());
        String client = given.findValue("client").asString();
        StatedAnswers answers = new StatedAnswers(client, side.path("answers"), given.path("answers"));
        ServiceRun run = new Engine(answers, (service, region) -> region, CATALOG, CLOCK, 2)
                .run(List.of(document), List.of("eu-west-1"))
                .services()
                .get(0);
        assertThat(run.errors()).isEmpty();
        return run.verdicts().stream().map(StatedAnswers::line).toList();
    }

    private static List<String> stated(JsonNode given, String side) {
        return given.path(side)
                .path("verdicts")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static void plan(Planner planner, JsonNode given) {
        String id = given.path("rule_id").asString();
        ObjectNode decision = Json.COMPACT.createObjectNode().put("rule_id", id).put("decision", "automated");
        decision.set("check", given.path("check"));
        Decision read =
                OverrideReader.read(YamlDocument.parse(id, decision.toString())).decision();
        Requirement asked = ((Decision.Automated) read).requirement();
        ValidatedRequirement valid = VALIDATOR.validate(asked);
        assertThat(valid.findings()).isEmpty();
        planner.add(
                new RuleMetadata(id, "twelve", "", "", given.path("title").asString(), "", "", "", "medium"),
                Objects.requireNonNull(valid.plan()));
    }

    private static JsonNode read(String kind) {
        try {
            return YamlDocument.read(TwelveChecks.RULE_FILE.resolveSibling(kind + ".yaml"))
                    .root();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
