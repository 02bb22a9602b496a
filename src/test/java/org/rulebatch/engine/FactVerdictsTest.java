package org.rulebatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.knowledge.Fact;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.ruleyaml.Chains;
import org.rulebatch.ruleyaml.Planner;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.validate.ValidatedRequirement;
import org.rulebatch.validate.Validator;
import org.rulebatch.yaml.YamlDocument;
import tools.jackson.databind.JsonNode;

/**
 * Ensures that whole checks of the knowledge base give the right verdict on stated answers: {@code facts/<client>.yaml} names a
 * fact by its resource and one of its phrases, or by its resource, family and path. An answer stands under its method, followed by values of its parameters where
 * several reads share the method; {@code {failed: Code}} is a read that fails. The time is 2026-01-31.
 */
final class FactVerdictsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-31T00:00:00Z"), ZoneOffset.UTC);
    private static final Catalog CATALOG = Catalog.bundled();
    private static final Knowledge KNOWLEDGE = Knowledge.bundled();
    private static final Validator VALIDATOR = new Validator(CATALOG, new Chains(CATALOG));

    static Stream<Arguments> cases() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/facts"))) {
            List<Arguments> cases = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                cases(file).forEach(cases::add);
            }
            return cases.stream();
        }
    }

    private static Stream<Arguments> cases(Path file) throws IOException {
        String client = file.getFileName().toString().replace(".yaml", "");
        JsonNode root = YamlDocument.read(file).root();
        return root.path("facts").valueStream().flatMap(fact -> fact.path("cases")
                .valueStream()
                .map(each -> Arguments.of(
                        client,
                        fact.path("resource").asString(),
                        fact.has("words")
                                ? fact.path("words").asString()
                                : fact.path("family").asString() + " "
                                        + fact.path("path").asString(),
                        each,
                        root.path("answers"))));
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @MethodSource("cases")
    void decides(String client, String resource, String words, JsonNode given, JsonNode shared) {
        StatedAnswers stated = new StatedAnswers(client, given.path("answers"), shared);

        RunResult result = new Engine(stated, (service, region) -> region, CATALOG, CLOCK, 2)
                .run(List.of(planned(client, resource, words)), List.of("eu-west-1"));

        assertThat(result.services().get(0).verdicts().stream().map(StatedAnswers::line))
                .as(() -> result.services().get(0).errors().toString())
                .containsExactlyInAnyOrderElementsOf(given.path("verdicts")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());
    }

    private static RuleDocument planned(String client, String resource, String words) {
        List<Expressions> named = KNOWLEDGE.resources(client).stream()
                .filter(each -> each.id().equals(resource))
                .flatMap(each -> each.facts().stream())
                .filter(fact -> fact.words().contains(words)
                        || words.equals(fact.family() + " " + fact.main().path()))
                .map(Fact::whole)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        assertThat(named)
                .as("whole checks of " + client + " " + resource + " with '" + words + "'")
                .hasSize(1);
        ValidatedRequirement valid = VALIDATOR.validate(named.get(0));
        assertThat(valid.plan()).as(() -> valid.findings().toString()).isNotNull();
        Planner planner = new Planner(client);
        planner.add(
                new RuleMetadata("fact", client, resource, "", words, "", "", "", "low"),
                Objects.requireNonNull(valid.plan()));
        return planner.document();
    }
}
