package org.rulebatch.batch.step;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.rulebatch.pipeline.LogContext;
import org.rulebatch.pipeline.ServicePipeline;
import org.rulebatch.pipeline.ServiceResult;
import org.rulebatch.store.FrozenRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The services of one batch under way. Where the pipeline mostly waits, the services after the one that is asked for are begun as
 * well: they are still committed one by one, in their order.
 */
public final class ServiceWork {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceWork.class);

    private final ServicePipeline pipeline;
    private final ExecutorService threads;
    private final List<String> services;
    private final FrozenRules rules;
    private final ObservationRegistry observations;
    private final Map<String, Future<ServiceResult>> begun = new HashMap<>();

    public ServiceWork(
            ServicePipeline pipeline,
            ExecutorService threads,
            List<String> services,
            FrozenRules rules,
            ObservationRegistry observations) {
        this.pipeline = pipeline;
        this.threads = threads;
        this.services = services;
        this.rules = rules;
        this.observations = observations;
    }

    /** The work on a service, begun now if it has not been. */
    Future<ServiceResult> on(FrozenService service) throws IOException {
        begin(service);
        if (pipeline.waits()) {
            for (String later : services.subList(services.indexOf(service.name()) + 1, services.size())) {
                if (!begun.containsKey(later)) {
                    begin(new FrozenService(later, rules.of(later)));
                }
            }
        }
        return Objects.requireNonNull(begun.get(service.name()));
    }

    private void begin(FrozenService service) {
        begun.computeIfAbsent(service.name(), name -> {
            LOG.debug("generates {}", name);
            Observation observation = Observation.createNotStarted("rule.batch.service", observations)
                    .parentObservation(observations.getCurrentObservation())
                    .contextualName("service " + name)
                    .highCardinalityKeyValue("service", name)
                    .highCardinalityKeyValue(
                            "rules", Integer.toString(service.rules().size()));
            return threads.submit(LogContext.carried(() -> observation.observe(() -> processed(name, service))));
        });
    }

    private ServiceResult processed(String name, FrozenService service) {
        try (MDC.MDCCloseable about = MDC.putCloseable(LogContext.SERVICE, name)) {
            ServiceResult result = pipeline.process(name, service.rules());
            LOG.info("decided {} rules of {}", result.rules().size(), name);
            return result;
        }
    }

    /** Drops what is under way. */
    public void cancel() {
        begun.values().forEach(work -> work.cancel(true));
    }
}
