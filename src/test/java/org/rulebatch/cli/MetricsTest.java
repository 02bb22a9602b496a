package org.rulebatch.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ensures that a run's numbers reach who was named, and that nobody taking them fails no run. */
final class MetricsTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    @Test
    void aRunIsToldToAFileAndAGateway() throws IOException {
        List<String> told = new CopyOnWriteArrayList<>();
        HttpServer gateway = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        gateway.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            told.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\n" + body);
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        gateway.start();
        Path file = folder.resolve("rule-batch.prom");

        int code = run(
                "--metrics.file=" + file,
                "--metrics.push-gateway=http://127.0.0.1:"
                        + gateway.getAddress().getPort());
        gateway.stop(0);

        assertThat(code).isZero();
        assertThat(file)
                .content()
                .contains("rule_batch_rules{decision=\"automated\"}", "rule_batch_success 1.0")
                .contains("rule_batch_batch_duration_seconds{batch=\"1\"}");
        assertThat(told)
                .singleElement()
                .asString()
                .startsWith("PUT /metrics/job/rule_batch\n")
                .contains("rule_batch_success 1.0");
    }

    @Test
    void whatAModelTookIsToldToo() {
        WireMockServer model =
                new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
        model.start();
        model.stubFor(post("/v1/chat/completions")
                .inScenario("model")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(serverError())
                .willSetStateTo("well"));
        model.stubFor(post("/v1/chat/completions")
                .inScenario("model")
                .whenScenarioStateIs("well")
                .willReturn(
                        okJson("{\"id\":\"1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":"
                                + "[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"\",\"refusal\":\"no\"},"
                                + "\"finish_reason\":\"stop\"}]}")));
        Path file = folder.resolve("model.prom");

        // One call at a time: of several, more than one could meet the server before it is well.
        run(
                "--generator=openai",
                "--llm.base-url=" + model.baseUrl() + "/v1",
                "--llm.in-flight=1",
                "--metrics.file=" + file);
        model.stop();

        assertThat(file)
                .content()
                .contains("rule_batch_model_retries 1.0")
                .containsPattern("rule_batch_model_limiter_wait_seconds \\d+\\.\\d+");
    }

    @Test
    void aGatewayThatIsNotThereIsSaidAndFailsNoRun() {
        assertThat(run("--metrics.push-gateway=http://127.0.0.1:1")).isZero();
        assertThat(out.toString()).contains("The metrics are not told");
    }

    private int run(String... options) {
        List<String> all = new java.util.ArrayList<>(
                List.of("--job=generateRules", "--services=kms", "--output-dir=" + folder.resolve("out"), "--fresh"));
        all.addAll(List.of(options));
        return new CommandLineApp(new PrintWriter(out, true), new PrintWriter(out, true))
                .run(all.toArray(String[]::new));
    }
}
