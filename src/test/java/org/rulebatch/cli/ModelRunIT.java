package org.rulebatch.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.cli.print.ExitCode;
import org.rulebatch.files.Json;
import org.rulebatch.process.Thorough;
import tools.jackson.databind.JsonNode;

/** Ensures, with real processes, that a run which asks a model loses and pays for nothing twice, and keeps its key to itself. */
final class ModelRunIT {

    private static final String KEY = "sk-secret-0123456789";
    private static final String UNDECIDED =
            "{\\\"outcome\\\":\\\"undecidable\\\",\\\"cause\\\":\\\"ambiguous\\\",\\\"reason\\\":\\\"None fits.\\\",\\\"confidence\\\":0.8}";
    private static final String COMPLETION =
            "{\"id\":\"1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,"
                    + "\"message\":{\"role\":\"assistant\",\"content\":\"" + UNDECIDED
                    + "\"},\"finish_reason\":\"stop\"}],"
                    + "\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":50,\"total_tokens\":1050}}";

    @TempDir
    private Path folder;

    private final WireMockServer server =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort().containerThreads(64));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    @Thorough
    void asksForNothingAgainThatWasStoredBeforeItWasKilled() throws Exception {
        answer(aResponse().withBody(COMPLETION).withFixedDelay(100));
        Random random = new Random(7);
        Process first = process("first", generate("--services=s3,iam,ec2,rds,kms"));
        for (int kill = 0; kill < 3; kill++) {
            int asked = asked() + 5 + random.nextInt(10);
            Process run = kill == 0 ? first : process("again" + kill, restart());
            await().atMost(Duration.ofMinutes(3)).until(() -> asked() >= asked || !run.isAlive());
            run.destroyForcibly().waitFor();
        }

        int code = exit(process("last", restart()));

        assertThat(code).isIn(ExitCode.SUCCESS, ExitCode.CRITERIA_NOT_MET);
        JsonNode metadata = Json.COMPACT.readTree(Files.readString(output().resolve("run_metadata.json")));
        int rules = metadata.path("total_rules").asInt();
        assertThat(metadata.path("status").asString()).isEqualTo("complete");
        assertThat(number("select count(*) from RULE_BATCH_REPLY")).isEqualTo(rules);
        assertThat(number("select count(distinct REQUEST_SHA256) from RULE_BATCH_REPLY"))
                .isEqualTo(rules);
        assertThat(metadata.at("/model_usage/prompt_tokens").asInt()).isEqualTo(rules * 1000);
    }

    @Test
    void usesTheRepliesOfAnEarlierRunUnlessItIsToldNotTo() throws Exception {
        answer(aResponse().withBody(COMPLETION));
        exit(process("one", generate("--services=s3")));
        int asked = asked();

        exit(process("two", generate("--services=s3")));
        assertThat(asked()).isEqualTo(asked);

        exit(process("three", generate("--services=s3", "--no-cache")));
        assertThat(asked()).isEqualTo(2 * asked);
    }

    @Test
    void endsAtOnceWithOneMessageWhereTheKeyIsNotAccepted() throws Exception {
        server.stubFor(chat().willReturn(unauthorized().withBody("{\"error\":{\"message\":\"bad " + KEY + "\"}}")));

        int code = exit(process("refused", generate("--services=s3,iam,ec2")));

        assertThat(code).isEqualTo(ExitCode.FAILED);
        String printed = Files.readString(folder.resolve("refused.log"));
        assertThat(printed)
                .contains("The model cannot be asked: the server does not accept the key (401). Check OPENAI_API_KEY");
        assertThat(printed).contains("resume it: java -jar ", "batch.jar restart 1");
        assertThat(asked()).isLessThanOrEqualTo(16);
    }

    @Test
    @Thorough
    void endsBeforeItSendsMoreThanItMayAndGoesOnWithAHigherLimit() throws Exception {
        answer(aResponse().withBody(COMPLETION));

        int code = exit(process("capped", generate("--services=s3,iam", "--max-requests=20")));

        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(asked()).isEqualTo(20);
        assertThat(Files.readString(folder.resolve("capped.log")))
                .contains("--max-requests: the run has sent its 20 requests");
        assertThat(exit(process("on", restart()))).isIn(ExitCode.SUCCESS, ExitCode.CRITERIA_NOT_MET);
        assertThat(number("select count(*) from RULE_BATCH_REPLY")).isEqualTo(asked());
    }

    @Test
    void leavesTheKeyInNoFileAndNoOutput() throws Exception {
        answer(aResponse().withBody(COMPLETION));

        exit(process("key", generate("--services=s3")));

        assertThat(server.findAll(anyRequestedFor(anyUrl())).get(0).getHeader("Authorization"))
                .isEqualTo("Bearer " + KEY);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(KEY);
            }
        }
    }

    private void answer(ResponseDefinitionBuilder response) {
        server.stubFor(chat().willReturn(response.withHeader("Content-Type", "application/json")));
    }

    private static MappingBuilder chat() {
        return post("/v1/chat/completions");
    }

    private int asked() {
        return server.findAll(anyRequestedFor(anyUrl())).size();
    }

    private Path output() {
        return folder.resolve("out");
    }

    private String[] generate(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--job=generateRules",
                "--generator=openai",
                "--output-dir=" + output(),
                "--llm.base-url=http://127.0.0.1:" + server.port() + "/v1",
                "--llm.requests-per-minute=1000000",
                "--llm.tokens-per-minute=1000000000"));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private String[] restart() {
        return new String[] {
            "restart",
            "last",
            "--output-dir=" + output(),
            "--llm.requests-per-minute=1000000",
            "--llm.tokens-per-minute=1000000000"
        };
    }

    private Process process(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "org.rulebatch.RuleBatch"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().put("OPENAI_API_KEY", KEY);
        File log = folder.resolve(name + ".log").toFile();
        return builder.redirectErrorStream(true).redirectOutput(log).start();
    }

    private static int exit(Process process) throws InterruptedException {
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private long number(String query) throws Exception {
        Path file = output().resolve(".rule-batch").resolve("repository").toAbsolutePath();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + file, "sa", "");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
