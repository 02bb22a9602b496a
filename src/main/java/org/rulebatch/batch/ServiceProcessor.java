package org.rulebatch.batch;

import org.rulebatch.pipeline.ServicePipeline;
import org.rulebatch.pipeline.ServiceResult;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Takes the rules of a service the whole way. */
final class ServiceProcessor implements ItemProcessor<FrozenService, ServiceResult> {

    private final ServicePipeline pipeline;

    ServiceProcessor(ServicePipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Override
    public ServiceResult process(FrozenService service) {
        try {
            return pipeline.process(service.name(), service.rules());
        } catch (RuntimeException e) {
            throw new ServiceFailedException(service.name(), e);
        }
    }
}
