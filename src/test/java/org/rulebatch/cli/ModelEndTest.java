package org.rulebatch.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rulebatch.cli.print.ExitCode;

/** Ensures that a run whose model was of no use says so, and ends as failed where nobody answered. */
final class ModelEndTest {

    private static final String USELESS =
            "{\"id\":\"1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,"
                    + "\"message\":{\"role\":\"assistant\",\"content\":\"Sure!\"},\"finish_reason\":\"stop\"}],"
                    + "\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":50,\"total_tokens\":1050}}";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final WireMockServer model =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

    @BeforeEach
    void start() {
        model.start();
    }

    @AfterEach
    void stop() {
        model.stop();
    }

    @Test
    void aSmallRunWithoutOneReplyThatCanBeUsedIsCompleteAndDoesNotMeetItsCriteria() {
        // given
        answers(okJson(USELESS));

        // when
        int code = run("--generator=openai", "--llm.base-url=" + model.baseUrl() + "/v1");

        // then
        assertThat(code).isEqualTo(ExitCode.CRITERIA_NOT_MET);
        assertThat(out.toString())
                .contains("is complete")
                .containsPattern("not met: .*0 of \\d+ replies of the model could be used, most often because of this: "
                        + "it has no JSON object")
                .contains("the embedded generator decided instead")
                .doesNotContain("all met");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 402, 405, 418, 500})
    void aRunThatNobodyAnswersHasFailed(int status) {
        answers(aResponse().withStatus(status).withBody("{\"error\":{\"message\":\"told so\"}}"));

        int code = run("--generator=openai", "--llm.base-url=" + model.baseUrl() + "/v1", "--llm.max-attempts=1");

        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("told so").contains("resume it: java -jar batch.jar restart");
    }

    @Test
    void aRunWithoutAServerHasFailed() {
        int code = run("--generator=openai", "--llm.base-url=http://127.0.0.1:1/v1", "--llm.max-attempts=1");

        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("The model's server has not answered once", "ConnectException");
    }

    @Test
    void saysFirstOfAllWhereRulesAreSent() {
        answers(okJson(USELESS));

        run("--generator=openai", "--llm.base-url=" + model.baseUrl() + "/v1");

        assertThat(out.toString().lines().findFirst().orElse(""))
                .startsWith("The rules' texts are sent to gpt-4.1-mini at http://localhost:");
    }

    @Test
    void noModelIsAskedWithoutBeingNamed() {
        assertThat(run()).isZero();
        assertThat(out.toString()).contains("generator   embedded");
    }

    private void answers(ResponseDefinitionBuilder answer) {
        model.stubFor(post("/v1/chat/completions").willReturn(answer));
    }

    private int run(String... options) {
        List<String> all = new ArrayList<>(
                List.of("--job=generateRules", "--services=kms", "--output-dir=" + folder.resolve("out")));
        all.addAll(List.of(options));
        return app(all.toArray(String[]::new));
    }

    private int app(String... arguments) {
        return new CommandLineApp(new PrintWriter(out, true), new PrintWriter(out, true)).run(arguments);
    }
}
