package org.rulebatch.batch.step;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.generate.RunHaltedException;
import org.rulebatch.pipeline.ServiceResult;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Takes the rules of a service the whole way, on a thread of its own: that one can be interrupted, while an interrupt would
 * close an H2 file under the thread of the step.
 */
public class ServiceProcessor implements ItemProcessor<FrozenService, ServiceResult> {

    private static final long LOOK_EVERY_MS = 100;

    private final ServiceWork services;
    private final StopSignal stop;

    public ServiceProcessor(ServiceWork services, StopSignal stop) {
        this.services = services;
        this.stop = stop;
    }

    @Override
    public ServiceResult process(FrozenService service)
            throws JobInterruptedException, InterruptedException, IOException {
        Future<ServiceResult> work = services.on(service);
        while (true) {
            try {
                return work.get(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (stop.isUrgent()) {
                    services.cancel();
                    throw new JobInterruptedException(stop.reason());
                }
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RunHaltedException halted) {
                    stop.halt(String.valueOf(halted.getMessage()));
                } else {
                    services.cancel();
                }
                throw new ServiceFailedException(service.name(), e.getCause());
            }
        }
    }
}
