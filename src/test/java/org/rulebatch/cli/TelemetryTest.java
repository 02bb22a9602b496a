package org.rulebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ensures that a collector that is named gets a run's spans and numbers, and that one that is not there fails no run. */
final class TelemetryTest {

    @TempDir
    private Path folder;

    private final List<Span> spans = new CopyOnWriteArrayList<>();
    private final List<Metric> metrics = new CopyOnWriteArrayList<>();

    @Test
    void aCollectorGetsSpansAndNumbers() throws IOException {
        HttpServer collector = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        collector.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestURI().getPath().equals("/v1/traces")) {
                ExportTraceServiceRequest.parseFrom(body)
                        .getResourceSpansList()
                        .forEach(resource ->
                                resource.getScopeSpansList().forEach(scope -> spans.addAll(scope.getSpansList())));
            } else {
                ExportMetricsServiceRequest.parseFrom(body)
                        .getResourceMetricsList()
                        .forEach(resource -> resource.getScopeMetricsList()
                                .forEach(scope -> metrics.addAll(scope.getMetricsList())));
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();

        int code = run("http://127.0.0.1:" + collector.getAddress().getPort());
        collector.stop(0);

        assertThat(code).isZero();
        Map<String, Span> named =
                spans.stream().collect(Collectors.toMap(Span::getName, span -> span, (first, second) -> first));
        assertThat(named).containsKeys("spring.batch.job", "spring.batch.step", "service kms", "service s3");
        assertThat(spans).extracting(Span::getTraceId).containsOnly(spans.get(0).getTraceId());
        Span service = Objects.requireNonNull(named.get("service kms"));
        assertThat(spans)
                .filteredOn(span -> span.getSpanId().equals(service.getParentSpanId()))
                .singleElement()
                .extracting(Span::getName)
                .isEqualTo("spring.batch.item.process");
        assertThat(metrics)
                .extracting(Metric::getName)
                .contains("rule.batch.rules", "rule.batch.success", "rule.batch.service", "spring.batch.job");
    }

    @Test
    void aCollectorThatIsNotThereFailsNoRun() {
        assertThat(run("http://127.0.0.1:1")).isZero();
    }

    private int run(String endpoint) {
        PrintWriter out = new PrintWriter(new StringWriter(), true);
        return new CommandLineApp(out, out)
                .run(
                        "--job=generateRules",
                        "--services=kms,s3",
                        "--output-dir=" + folder.resolve("out"),
                        "--fresh",
                        "--otlp.endpoint=" + endpoint);
    }
}
