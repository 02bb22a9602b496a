package org.rulebatch.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.files.Json;
import tools.jackson.databind.JsonNode;

/** Ensures that a run which asks in batches loses nothing, pays for nothing twice, and says at each end what to do next. */
final class BatchModeTest {

    private static final int RULES = 3;

    @TempDir
    private Path folder;

    private final BatchServer server = new BatchServer();
    private final StringWriter out = new StringWriter();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void submitsWaitsAndCollects() throws IOException {
        // given
        server.takes("batch_1");

        // when
        int code = start();

        // then
        assertThat(code).isEqualTo(ExitCode.STOPPED);
        assertThat(out.toString())
                .contains("has submitted 3 requests as batch batch_1, which may take a day. Go on with it: java -jar"
                        + " batch.jar restart 1");
        assertThat(metadata().path("status").asString()).isEqualTo("stopped");
        assertThat(server.posted("/v1/files").get(0).getBodyAsString())
                .contains("name=\"purpose\"\r\n\r\nbatch\r\n", "filename=\"rule-batch.jsonl\"");
        assertThat(server.posted("/v1/batches").get(0).getBodyAsString())
                .contains("\"input_file_id\":\"file-1\"", "\"endpoint\":\"/v1/chat/completions\"", "\"24h\"");
        assertThat(server.uploaded()).hasSize(RULES).allSatisfy(line -> {
            assertThat(line.path("custom_id").asString()).matches("[0-9a-f]{64}");
            assertThat(line.path("method").asString()).isEqualTo("POST");
            assertThat(line.path("url").asString()).isEqualTo("/v1/chat/completions");
            assertThat(line.at("/body/model").asString()).isEqualTo("gpt-4.1-mini");
            assertThat(line.at("/body/messages").size()).isEqualTo(2);
            assertThat(line.at("/body/response_format/json_schema/strict").asBoolean())
                    .isTrue();
        });

        // when
        code = restart();

        // then
        assertThat(code).isEqualTo(ExitCode.STOPPED);
        assertThat(out.toString()).contains("waits for batch batch_1 is in_progress, 3 of 5 answered. Go on with it:");

        // when
        server.ends("batch_1", "completed", answers(server.uploaded()), List.of());
        code = restart();

        // then
        assertThat(code).isIn(ExitCode.SUCCESS, ExitCode.CRITERIA_NOT_MET);
        assertThat(metadata().path("status").asString()).isEqualTo("complete");
        assertThat(metadata().at("/summary/failed").asInt()).isZero();
        assertThat(server.posted("/v1/batches")).hasSize(1);
    }

    @Test
    void costsHalf() throws IOException {
        submitted("batch_1");
        server.ends("batch_1", "completed", answers(server.uploaded()), List.of());

        restart();

        // 3 x (1000 x $0.40 + 100 x $1.60) / 1,000,000 / 2
        assertThat(metadata().at("/model_usage/cost_usd").decimalValue())
                .isEqualByComparingTo(new BigDecimal("0.00084"));
        assertThat(metadata().at("/model_usage/replies").asInt()).isEqualTo(RULES);
    }

    @Test
    void asksAgainForWhatHasFailedAndForNothingElse() throws IOException {
        // given
        submitted("batch_1");
        List<JsonNode> first = server.uploaded();
        server.ends(
                "batch_1",
                "completed",
                answers(first.subList(0, 1)),
                List.of(BatchServer.error(first.get(1), 500, "server_error"), BatchServer.expired(first.get(2))));
        server.takes("batch_2");

        // when
        int code = restart();

        // then
        assertThat(code).isEqualTo(ExitCode.STOPPED);
        assertThat(ids(server.uploaded())).containsExactlyInAnyOrderElementsOf(ids(first.subList(1, 3)));

        // when
        server.ends("batch_2", "completed", answers(server.uploaded()), List.of());
        restart();

        // then
        assertThat(metadata().path("status").asString()).isEqualTo("complete");
        assertThat(metadata().at("/model_usage/replies").asInt()).isEqualTo(RULES);
    }

    @Test
    void decidesItselfWhatThreeBatchesDidNotAnswer() throws IOException {
        // given
        submitted("batch_1");
        for (int i = 1; i <= 2; i++) {
            server.ends(
                    "batch_" + i,
                    "expired",
                    List.of(),
                    server.uploaded().stream().map(BatchServer::expired).toList());
            server.takes("batch_" + (i + 1));
            assertThat(restart()).isEqualTo(ExitCode.STOPPED);
            assertThat(server.uploaded()).hasSize(RULES);
        }
        server.ends("batch_3", "expired", List.of(), List.of());

        // when
        int code = restart();

        // then
        assertThat(code).isIn(ExitCode.SUCCESS, ExitCode.CRITERIA_NOT_MET);
        assertThat(Files.readString(output().resolve("summary/all_validated_requirements.json")))
                .contains("3 batches brought no answer, the last one: not tried in time; this is the embedded");
        assertThat(server.posted("/v1/batches")).hasSize(3);
    }

    @Test
    void sendsBackWhatCannotBeUsedWithTheNextBatch() throws IOException {
        // given
        submitted("batch_1");
        List<JsonNode> first = server.uploaded();
        List<String> answers = new ArrayList<>(answers(first.subList(1, 3)));
        answers.add(BatchServer.answer(first.get(0), id -> "I would say: yes."));
        server.ends("batch_1", "completed", answers, List.of());
        server.takes("batch_2");

        // when
        int code = restart();

        // then
        assertThat(code).isEqualTo(ExitCode.STOPPED);
        assertThat(server.uploaded()).singleElement().satisfies(line -> assertThat(
                        line.at("/body/messages").toString())
                .contains("I would say: yes.", "This answer cannot be used"));
    }

    @Test
    void findsTheBatchOfAFileWhoseCreationWasNotWrittenDown() throws IOException {
        // given
        server.takesFile();
        server.answersBatches(serverError());
        assertThat(start()).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("The model cannot be asked in batches: the server answered 500");

        // when
        server.lists("batch_1");
        server.is("batch_1", "in_progress");
        int code = restart();

        // then
        assertThat(code).isEqualTo(ExitCode.STOPPED);
        assertThat(out.toString()).contains("waits for batch batch_1 is in_progress");
        assertThat(server.posted("/v1/files")).hasSize(1);
        assertThat(server.posted("/v1/batches")).hasSize(1);
    }

    @Test
    void makesTheBatchOfAFileThatHasNone() throws IOException {
        server.takesFile();
        server.answersBatches(serverError());
        start();
        server.answersBatches(
                aResponse().withBody("{\"id\":\"batch_1\",\"status\":\"validating\",\"input_file_id\":\"file-1\"}"));

        int code = restart();

        assertThat(code).isEqualTo(ExitCode.STOPPED);
        assertThat(server.posted("/v1/files")).hasSize(1);
    }

    @Test
    void endsWhereABatchHasFailedAsAWholeAndAsksAnewWhenItIsGoneOnWith() throws IOException {
        submitted("batch_1");
        server.hasFailed("batch_1", "Enqueued token limit reached");

        assertThat(restart()).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString())
                .contains("batch batch_1 has failed: token_limit_exceeded: Enqueued token limit reached");

        server.takes("batch_2");
        assertThat(restart()).isEqualTo(ExitCode.STOPPED);
        assertThat(server.uploaded()).hasSize(RULES);
    }

    @Test
    void endsWhereEveryRequestWouldBeRefused() throws IOException {
        submitted("batch_1");
        List<JsonNode> lines = server.uploaded();
        server.ends(
                "batch_1",
                "completed",
                List.of(),
                lines.stream()
                        .map(line -> BatchServer.error(line, 404, "model_not_found"))
                        .toList());

        assertThat(restart()).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("the server has no such model or address (404): told so");
        assertThat(server.posted("/v1/files")).hasSize(1);
    }

    @Test
    void sendsNoMoreThanItMay() throws IOException {
        // given
        server.takes("batch_1");
        assertThat(start("--max-requests=2")).isEqualTo(ExitCode.STOPPED);
        assertThat(server.uploaded()).hasSize(2);
        assertThat(out.toString()).contains("has submitted 2 requests", "the other 1 wait: --max-requests");

        // when
        server.ends("batch_1", "completed", answers(server.uploaded()), List.of());
        int code = restart("--max-requests=2");

        // then
        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("--max-requests: the run has sent its 2 requests");
        assertThat(server.posted("/v1/files")).hasSize(1);
    }

    @Test
    void sendsNothingThatCouldCostMoreThanItMay() {
        assertThat(start("--max-cost=0.000001")).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("--max-cost: the run has cost $0");
        assertThat(server.posted("/v1/files")).isEmpty();
    }

    @Test
    void saysWhatToDoWhereTheServerHasNoBatches() {
        server.answersFiles(aResponse().withStatus(404));

        assertThat(start()).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("Where a server has no files and batches, take --llm.mode=live");
    }

    private void submitted(String batchId) {
        server.takes(batchId);
        assertThat(start()).isEqualTo(ExitCode.STOPPED);
    }

    /** Each request answered: undecidable. */
    private static List<String> answers(List<JsonNode> requests) {
        return requests.stream()
                .map(request -> BatchServer.answer(
                        request,
                        id ->
                                "{\"rationale\":\"None fits.\",\"decidable\":false,\"conditions\":[],\"logic\":\"single\","
                                        + "\"confidence\":0.8}"))
                .toList();
    }

    private static List<String> ids(List<JsonNode> requests) {
        return requests.stream()
                .map(request -> request.path("custom_id").asString())
                .toList();
    }

    private int start(String... more) {
        return run(
                List.of(
                        "--job=generateRules",
                        "--generator=openai",
                        "--llm.mode=batch",
                        "--rules-dir=" + rules(),
                        "--llm.base-url=" + server.url()),
                more);
    }

    private int restart(String... more) {
        return run(List.of("restart", "last"), more);
    }

    private int run(List<String> command, String... more) {
        List<String> all = new ArrayList<>(command);
        all.add("--output-dir=" + output());
        all.add("--llm.max-attempts=1");
        all.addAll(List.of(more));
        out.getBuffer().setLength(0);
        return new CommandLineApp(new PrintWriter(out, true), new PrintWriter(out, true))
                .run(all.toArray(String[]::new));
    }

    private Path rules() {
        try {
            Path metadata = Files.createDirectories(folder.resolve("services/s3/metadata"));
            for (String rule : List.of("versioning_enabled", "mfa_delete_enabled", "default_encryption_enabled")) {
                String id = "aws.s3.bucket." + rule;
                Files.writeString(metadata.resolve(id + ".yaml"), "rule_id: " + id + "\ntitle: " + id + "\n");
            }
            return folder.resolve("services");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path output() {
        return folder.resolve("out");
    }

    private JsonNode metadata() throws IOException {
        return Json.COMPACT.readTree(Files.readString(output().resolve("run_metadata.json")));
    }
}
