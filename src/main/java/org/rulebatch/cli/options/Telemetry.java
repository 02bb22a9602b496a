package org.rulebatch.cli.options;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.rulebatch.files.Addresses;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.otlp.OtlpMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * Traces and numbers for an OpenTelemetry collector, as Spring Boot sets them up. Nothing of it is loaded where no endpoint is
 * named. Closing it sends what is left; that nobody takes it is said in one line, and fails nothing.
 */
public final class Telemetry implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Telemetry(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Begins to send. A user and password in the address are sent as a header, and shown nowhere.
     *
     * @param endpoint of the collector's HTTP receiver, without {@code /v1/traces}
     */
    static Telemetry to(URI endpoint) {
        String base = Addresses.printable(endpoint.toString()).replaceFirst("/+$", "");
        SpringApplication application = new SpringApplication(Parts.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        Map<String, Object> properties = new HashMap<>(Map.of(
                "spring.application.name",
                "rule-batch",
                "management.tracing.sampling.probability",
                "1.0",
                "management.otlp.metrics.export.url",
                base + "/v1/metrics",
                "management.opentelemetry.tracing.export.otlp.endpoint",
                base + "/v1/traces"));
        if (endpoint.getUserInfo() != null) {
            byte[] user = endpoint.getUserInfo().getBytes(StandardCharsets.UTF_8);
            String basic = "Basic " + Base64.getEncoder().encodeToString(user);
            properties.put("management.otlp.metrics.export.headers.Authorization", basic);
            properties.put("management.opentelemetry.tracing.export.otlp.headers.Authorization", basic);
        }
        application.setDefaultProperties(properties);
        return new Telemetry(application.run());
    }

    public ObservationRegistry observations() {
        return context.getBean(ObservationRegistry.class);
    }

    MeterRegistry meters() {
        return context.getBean(MeterRegistry.class);
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        MetricsAutoConfiguration.class,
        CompositeMeterRegistryAutoConfiguration.class,
        OtlpMetricsExportAutoConfiguration.class,
        ObservationAutoConfiguration.class,
        OpenTelemetrySdkAutoConfiguration.class,
        OpenTelemetryTracingAutoConfiguration.class,
        OtlpTracingAutoConfiguration.class,
        MicrometerTracingAutoConfiguration.class
    })
    static class Parts {}
}
