package org.rulebatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.engine.ReadReply.Answer;
import org.rulebatch.engine.ReadReply.Failure;
import org.rulebatch.engine.ReadReply.NotConfigured;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.ruleyaml.RuleYamlReader;
import org.rulebatch.yaml.YamlDocument;
import tools.jackson.databind.JsonNode;

/** Ensures that rule files are executed as specified: depth, regions, failures, and each call once. */
final class EngineTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-31T00:00:00Z"), ZoneOffset.UTC);

    static List<Path> runs() throws IOException {
        try (Stream<Path> files = Files.list(Documents.FOLDER.resolve("runs"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void executes(Path file) throws IOException {
        JsonNode given = YamlDocument.read(file).root();
        RuleDocument document = new RuleYamlReader()
                .read(YamlDocument.parse("rules", given.path("rules").toString()));
        Recorded client = new Recorded(given.path("replies"));
        Geography geography = (service, region) -> service.equals("iam") ? "us-east-1" : region;

        RunResult result = new Engine(client, geography, Catalog.bundled(), CLOCK, 4)
                .run(List.of(document), texts(given, "regions"));

        ServiceRun run = result.services().get(0);
        assertThat(run.verdicts().stream().map(EngineTest::line)).containsExactlyElementsOf(texts(given, "verdicts"));
        assertThat(run.errors().stream().map(EngineTest::line)).containsExactlyElementsOf(texts(given, "errors"));
        assertThat(client.made).doesNotHaveDuplicates().hasSize(result.calls());
    }

    private static String line(Verdict verdict) {
        String line = verdict.check().ruleId() + " " + verdict.status() + " " + verdict.region();
        return (line + " " + verdict.resource()).strip();
    }

    private static String line(CheckError error) {
        return String.join(
                " ",
                error.ruleId(),
                error.discovery(),
                error.operation(),
                error.type().wireName());
    }

    private static List<String> texts(JsonNode node, String key) {
        return node.path(key).valueStream().map(JsonNode::asString).toList();
    }

    /** Answers what the file says, and fails on any other call. */
    private static final class Recorded implements ReadClient {
        private final JsonNode replies;
        private final Queue<String> made = new ConcurrentLinkedQueue<>();

        private Recorded(JsonNode replies) {
            this.replies = replies;
        }

        @Override
        public ReadReply read(ReadCall call) {
            made.add(call.toString());
            JsonNode reply = replies.path(call.toString());
            if (reply.has("answer")) {
                return new Answer(Documents.map(reply.path("answer")));
            }
            if (reply.has("not_configured")) {
                return new NotConfigured(reply.path("not_configured").asString());
            }
            String type = reply.path("failure").asString("unknown").toUpperCase(Locale.ROOT);
            return new Failure(
                    ErrorType.valueOf(type), "", reply.path("message").asString("unexpected " + call));
        }
    }
}
