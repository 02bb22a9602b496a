package org.rulebatch.batch;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.rulebatch.pipeline.ServicePipeline;
import org.rulebatch.pipeline.ServiceResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Takes the rules of a service the whole way, on a thread of its own: that one can be interrupted, while an interrupt would
 * close an H2 file under the thread of the step.
 */
final class ServiceProcessor implements ItemProcessor<FrozenService, ServiceResult> {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceProcessor.class);
    private static final long LOOK_EVERY_MS = 100;

    private final ServicePipeline pipeline;
    private final ExecutorService threads;
    private final StopSignal stop;

    ServiceProcessor(ServicePipeline pipeline, ExecutorService threads, StopSignal stop) {
        this.pipeline = pipeline;
        this.threads = threads;
        this.stop = stop;
    }

    @Override
    public ServiceResult process(FrozenService service) throws JobInterruptedException, InterruptedException {
        LOG.debug("generates {}", service.name());
        Future<ServiceResult> work = threads.submit(() -> pipeline.process(service.name(), service.rules()));
        while (true) {
            try {
                return work.get(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (stop.isUrgent()) {
                    work.cancel(true);
                    throw new JobInterruptedException(stop.reason());
                }
            } catch (ExecutionException e) {
                throw new ServiceFailedException(service.name(), e.getCause());
            }
        }
    }
}
