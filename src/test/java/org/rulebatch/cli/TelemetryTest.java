package org.rulebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ensures that a collector that is named gets a run's spans and numbers, and that one that is not there fails no run. */
final class TelemetryTest {

    @TempDir
    private Path folder;

    @Test
    void aCollectorGetsSpansAndNumbers() throws IOException {
        Collector collector = new Collector();
        int code;
        try (collector) {
            code = run(collector.endpoint());
        }
        List<Span> spans = collector.spans();

        assertThat(code).isZero();
        Map<String, Span> named =
                spans.stream().collect(Collectors.toMap(Span::getName, span -> span, (first, second) -> first));
        assertThat(named).containsKeys("spring.batch.job", "spring.batch.step", "service kms", "service s3");
        Span kms = Objects.requireNonNull(named.get("service kms"));
        assertThat(spans).extracting(Span::getTraceId).containsOnly(spans.get(0).getTraceId());
        assertThat(spans)
                .filteredOn(span -> span.getSpanId().equals(kms.getParentSpanId()))
                .singleElement()
                .extracting(Span::getName)
                .isEqualTo("spring.batch.item.process");
        assertThat(collector.metrics())
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
