package org.rulebatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.engine.ReadReply.Answer;
import org.rulebatch.engine.ReadReply.Failure;
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
 * fact by its resource and one of its phrases. An answer stands under its method, followed by values of its parameters where
 * several reads share the method; {@code {failed: Code}} is a read that fails. The time is 2026-01-31.
 */
final class FactVerdictsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-31T00:00:00Z"), ZoneOffset.UTC);
    private static final Catalog CATALOG = Catalog.bundled();
    private static final Knowledge KNOWLEDGE = Knowledge.bundled();
    private static final NotConfigured NOT_CONFIGURED = new NotConfigured(KNOWLEDGE);
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
                        fact.path("words").asString(),
                        each,
                        root.path("answers"))));
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @MethodSource("cases")
    void decides(String client, String resource, String words, JsonNode given, JsonNode shared) {
        Stated stated = new Stated(client, given.path("answers"), shared);

        RunResult result = new Engine(stated, (service, region) -> region, CATALOG, CLOCK, 2)
                .run(List.of(planned(client, resource, words)), List.of("eu-west-1"));

        assertThat(result.services().get(0).verdicts().stream().map(FactVerdictsTest::line))
                .as(() -> result.services().get(0).errors().toString())
                .containsExactlyInAnyOrderElementsOf(given.path("verdicts")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());
    }

    private static String line(Verdict verdict) {
        String resource = String.valueOf(verdict.resource()).replaceAll(".*[:/]", "");
        return (verdict.status() + " " + resource).strip();
    }

    private static RuleDocument planned(String client, String resource, String words) {
        List<Expressions> named = KNOWLEDGE.resources(client).stream()
                .filter(each -> each.id().equals(resource))
                .flatMap(each -> each.facts().stream())
                .filter(fact -> fact.words().contains(words))
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

    /** Answers what the file says, and fails on any other call. */
    private record Stated(String client, JsonNode own, JsonNode shared) implements ReadClient {

        @Override
        public ReadReply read(ReadCall call) {
            if (call.action().equals("get_caller_identity")) {
                return new Answer(Map.of("Account", "123456789012"));
            }
            JsonNode reply = Stream.of(own, shared)
                    .flatMap(answers -> answers.properties().stream()
                            .filter(answer -> isFor(call, answer.getKey()))
                            .max(Comparator.comparing(answer -> answer.getKey().length()))
                            .stream())
                    .findFirst()
                    .map(Map.Entry::getValue)
                    .orElseThrow(() -> new AssertionError("no answer to " + call));
            String code = reply.path("failed").asString("");
            if (code.isEmpty()) {
                return new Answer(Documents.map(reply));
            }
            return NOT_CONFIGURED.means(call.client(), call.action(), code)
                    ? new ReadReply.NotConfigured(code)
                    : new Failure(ErrorType.ACCESS_DENIED, code, "refused");
        }

        private boolean isFor(ReadCall call, String key) {
            List<String> parts = Arrays.asList(key.split(" "));
            String method = parts.get(0).contains(".") ? parts.get(0) : client + "." + parts.get(0);
            return method.equals(call.client() + "." + call.action())
                    && texts(call.params().values()).containsAll(parts.subList(1, parts.size()));
        }

        private static Set<String> texts(Collection<Object> values) {
            return values.stream().map(Object::toString).collect(Collectors.toSet());
        }
    }
}
