package org.rulebatch.batch.step;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulebatch.store.FrozenRules;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads the services of one batch; after a restart, from the first one that was not committed. When all of them are, the batch is
 * published, before the step can end: the framework commits that a step is complete and only then tells its listeners.
 */
public class ServiceReader implements ItemStreamReader<FrozenService> {

    /** Writes what a batch yielded. */
    @FunctionalInterface
    public interface Publication {
        void publish() throws IOException;
    }

    private static final String DONE = "services.done";

    private final List<String> services;
    private final FrozenRules rules;
    private final Publication publication;
    private int next;

    public ServiceReader(List<String> services, FrozenRules rules, Publication publication) {
        this.services = services;
        this.rules = rules;
        this.publication = publication;
    }

    /** How many services of the batch were committed before. */
    public static int done(ExecutionContext context) {
        return context.getInt(DONE, 0);
    }

    public static void setDone(ExecutionContext context, int services) {
        context.putInt(DONE, services);
    }

    @Override
    public void open(ExecutionContext context) {
        next = done(context);
    }

    @Override
    public @Nullable FrozenService read() throws IOException {
        if (next == services.size()) {
            publication.publish();
            return null;
        }
        String service = services.get(next);
        FrozenService item = new FrozenService(service, rules.of(service));
        next++;
        return item;
    }

    @Override
    public void update(ExecutionContext context) {
        context.putInt(DONE, next);
    }
}
