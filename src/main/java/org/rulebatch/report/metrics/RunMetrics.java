package org.rulebatch.report.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.generate.llm.cost.ModelUsage;
import org.rulebatch.generate.llm.cost.Usage;
import org.rulebatch.report.BatchReport;
import org.rulebatch.report.Counts;
import org.rulebatch.report.FinalReport;

/** The numbers of a run that has ended. */
public final class RunMetrics {

    private static final String JOB = "rule_batch";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    public RunMetrics(FinalReport report, Instant ended) {
        Counts counts = report.counts();
        gauge(MetricName.RULES, Tags.of("decision", "automated"), counts.automated());
        gauge(MetricName.RULES, Tags.of("decision", "proposed"), counts.proposed());
        gauge(MetricName.RULES, Tags.of("decision", "manual_review"), counts.manualReview());
        gauge(MetricName.RULES, Tags.of("decision", "invalid"), counts.invalid());
        gauge(MetricName.RULES, Tags.of("decision", "failed"), counts.failed());
        gauge(MetricName.SERVICES, Tags.empty(), report.services());
        long successful = report.batches().stream()
                .filter(batch -> batch.outcome().successful())
                .count();
        gauge(MetricName.BATCHES, Tags.of("status", "success"), successful);
        gauge(MetricName.BATCHES, Tags.of("status", "failed"), report.batches().size() - successful);
        for (BatchReport batch : report.batches()) {
            Tags number = Tags.of("batch", Integer.toString(batch.plan().number()));
            gauge(MetricName.BATCH_DURATION, number, batch.outcome().durationSeconds());
        }
        gauge(MetricName.SUCCESS, Tags.empty(), report.isSuccess() ? 1 : 0);
        gauge(MetricName.ENDED, Tags.empty(), ended.toEpochMilli() / 1000.0);
        report.usage().ifPresent(this::model);
    }

    private void model(ModelUsage usage) {
        Usage total = usage.total();
        gauge(MetricName.MODEL_REPLIES, Tags.empty(), total.calls());
        gauge(MetricName.MODEL_REUSED, Tags.empty(), usage.reused());
        gauge(MetricName.MODEL_TOKENS, Tags.of("kind", "prompt"), total.promptTokens());
        gauge(MetricName.MODEL_TOKENS, Tags.of("kind", "cached_prompt"), total.cachedTokens());
        gauge(MetricName.MODEL_TOKENS, Tags.of("kind", "reply"), total.replyTokens());
        gauge(MetricName.MODEL_RETRIES, Tags.empty(), usage.pacing().retries());
        gauge(MetricName.MODEL_WAIT, Tags.empty(), usage.pacing().waited().toMillis() / 1000.0);
        BigDecimal cost = usage.cost();
        if (cost != null) {
            gauge(MetricName.MODEL_COST, Tags.empty(), cost.doubleValue());
        }
    }

    /** Hands the numbers to who sends them elsewhere. */
    public void copyTo(MeterRegistry other) {
        for (Meter meter : registry.getMeters()) {
            if (meter instanceof Gauge gauge) {
                Gauge.builder(gauge.getId().getName(), gauge::value)
                        .tags(gauge.getId().getTags())
                        .register(other);
            }
        }
    }

    /** Writes the file that the node exporter's textfile collector reads. */
    public void write(Path file) throws IOException {
        AtomicFile.write(file, registry.scrape());
    }

    /**
     * Sends the numbers to a push gateway, {@code http://host:9091}; what it has of this job is replaced.
     *
     * @throws IOException if it is not reached, or does not take them
     */
    public void push(URI gateway) throws IOException, InterruptedException {
        URI job = URI.create(gateway.toString().replaceFirst("/+$", "") + "/metrics/job/" + JOB);
        HttpRequest request = HttpRequest.newBuilder(job)
                .timeout(PATIENCE)
                .header("Content-Type", "text/plain; version=0.0.4")
                .PUT(HttpRequest.BodyPublishers.ofString(registry.scrape()))
                .build();
        HttpResponse<String> answer = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("it answered " + answer.statusCode());
        }
    }

    private void gauge(String name, Tags tags, double value) {
        Gauge.builder(name, () -> value).tags(tags).register(registry);
    }
}
