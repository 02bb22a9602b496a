package org.rulebatch.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.docs.DocumentedCommand;

/**
 * Ensures that the commands of README and docs can be typed as they stand there: each is run, one after the other, in a folder
 * with the rules of two services and the fact that docs/knowledge.md adds. The exit code is 0, and 1 of {@code diff}: by then the last run is one of fewer rules. Those that
 * are not run are named below, with the test or script that does.
 */
final class DocumentedCommandsIT {

    /** What needs AWS, a model, an hour or what is no part of the project; by the beginning of the command. */
    private static final Map<String, String> RUN_ELSEWHERE = new LinkedHashMap<>();

    static {
        RUN_ELSEWHERE.put("mvn ", "the build that this is part of");
        RUN_ELSEWHERE.put("java -jar target/batch.jar worker", "WorkersIT; needs PostgreSQL");
        RUN_ELSEWHERE.put(
                "java -jar target/batch.jar --job=generateRules --generator=openai",
                "DryRunTest; needs rules not in the project");
        RUN_ELSEWHERE.put("java -jar target/batch.jar --job=generateRules --workers", "WorkersIT; needs PostgreSQL");
        RUN_ELSEWHERE.put("scripts/lint", ".ci/run; looks at the whole project");
        RUN_ELSEWHERE.put("scripts/check-reproducible", "itself a test, which builds the project twice");
        RUN_ELSEWHERE.put("scripts/emulator ", "scripts/test-with-emulator");
        RUN_ELSEWHERE.put("scripts/test-with-", "itself a test, which installs what it needs");
        RUN_ELSEWHERE.put("scripts/train-ranker", "LearningTest; the script learns for minutes");
        RUN_ELSEWHERE.put("java -jar target/batch.jar scan --rules=orchestrator_output", "GeneratedRunTest; needs AWS");
        RUN_ELSEWHERE.put("java -jar target/batch.jar --job=testRules", "RuleTestsTest; needs AWS");
        RUN_ELSEWHERE.put("java -jar target/batch.jar --job=generateRules --test", "RuleTestsTest; needs AWS");
        RUN_ELSEWHERE.put(
                "java -jar target/batch.jar --job=evaluateRules", "EvaluationTest; needs rules not in the project");
    }

    /** The JVM with options that make it quick to start, as {@code scripts/generate-rules} has them. */
    private static final String QUICK = "java() { command java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \"$@\"; }\n";

    @TempDir
    private Path folder;

    @Test
    @Thorough
    void everyCommandOfTheDocsRuns() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        HttpServer gateway = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        gateway.createContext("/", exchange -> {
            told.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        gateway.start();
        Path home = workplace();
        int ran = 0;
        try {
            for (DocumentedCommand command : DocumentedCommand.all()) {
                String line = command.line()
                        .replace("java -jar batch.jar", "java -jar target/batch.jar")
                        .replace("…", "orchestrator_output/summary/all_generated_yamls")
                        .replace("/var/lib/node_exporter", "..")
                        .replaceFirst(
                                "127[.]0[.]0[.]1:(9091|4318)",
                                "127.0.0.1:" + gateway.getAddress().getPort());
                if (command.isForm() || RUN_ELSEWHERE.keySet().stream().anyMatch(line::startsWith)) {
                    continue;
                }
                if (line.endsWith(" review")) {
                    review(home);
                } else {
                    Ended ended = Program.bash(home, QUICK + line);
                    assertThat(ended.code()).as(command + "\n" + ended).isEqualTo(line.contains(" diff ") ? 1 : 0);
                }
                ran++;
            }
        } finally {
            gateway.stop(0);
        }
        assertThat(ran).isGreaterThan(20);
        assertThat(told).contains("/metrics/job/rule_batch", "/v1/traces", "/v1/metrics");
        assertThat(home.resolve("../rule-batch.prom")).exists();
    }

    private Path workplace() throws IOException {
        Path project = Path.of("").toAbsolutePath();
        Path home = Files.createDirectories(folder.resolve("rule-batch"));
        Ended ended = Program.bash(
                home,
                """
                project=%s
                mkdir -p target jobs ../services/s3/rules ../services/kms/rules prowler/providers/aws/services last-week
                cp $project/target/batch.jar target
                cp -r $project/scripts .
                cp $project/jobs/generateRules.yaml jobs
                mkdir -p jobs/services jobs/knowledge ../my-rules
                sed -n '/^   # yaml-language-server/,/^   ```/p' $project/docs/knowledge.md | sed '$d; s/^   //' > jobs/knowledge/rds-instance.yaml
                cp -r $project/jobs/services/s3 $project/jobs/services/kms jobs/services
                cp -r $project/jobs/services/s3 ../my-rules
                cp $project/src/test/resources/imports/prowler/rds_database_public.metadata.json prowler/providers/aws/services
                cp $project/src/test/resources/imports/securityhub/definition.json controls.json
                cp $project/src/test/resources/imports/formats/csv-semicolons/own.csv controls.csv
                java -jar target/batch.jar --job=generateRules --quiet
                cp -r orchestrator_output last-week
                """
                        .formatted(project));
        assertThat(ended.code()).as(ended.toString()).isZero();
        return home;
    }

    /** It goes on until it is ended; its page answers meanwhile. */
    private void review(Path home) throws Exception {
        Path logs = folder.resolve("review");
        Process review = Program.start(home, logs, "review");
        Running running = new Running(review, logs.resolve("out"), logs.resolve("err"))
                .until(() -> Files.readString(logs.resolve("out")).contains("Ctrl-C ends the page"));
        String address = Files.readString(running.out())
                .lines()
                .findFirst()
                .orElseThrow()
                .replaceFirst("Review: ", "");
        HttpResponse<String> page = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        running.terminate().end();
        assertThat(page.statusCode()).as(address).isEqualTo(200);
    }
}
