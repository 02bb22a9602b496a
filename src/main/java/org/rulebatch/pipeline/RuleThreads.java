package org.rulebatch.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.rulebatch.metadata.RuleMetadata;

/**
 * Threads for the rules of all services, for generators that mostly wait. A rule that has been begun is never interrupted while
 * the process lives, so that a reply that is paid for can still be stored.
 */
public final class RuleThreads implements RuleRunner, AutoCloseable {

    /** How long rules that have been begun may still take when the run ends; a stopped process has little more. */
    private static final long LAST_WAIT_MS = 2_000;

    private final ExecutorService threads;

    /** @param count rules at once */
    public RuleThreads(int count) {
        AtomicInteger number = new AtomicInteger();
        ThreadFactory factory = work -> {
            Thread thread = new Thread(work, "rule-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        this.threads = Executors.newFixedThreadPool(count, factory);
    }

    @Override
    public List<RuleResult> run(List<RuleMetadata> rules, Function<RuleMetadata, RuleResult> work) {
        return all(rules, work);
    }

    <T> List<T> all(List<RuleMetadata> rules, Function<RuleMetadata, T> work) {
        List<Future<T>> begun = new ArrayList<>();
        for (RuleMetadata rule : rules) {
            begun.add(threads.submit(LogContext.carried(() -> work.apply(rule))));
        }
        try {
            return collected(begun);
        } catch (InterruptedException e) {
            begun.forEach(each -> each.cancel(false));
            Thread.currentThread().interrupt();
            throw new CancellationException("the service was dropped");
        }
    }

    /** Waits for all, whatever becomes of one: those that were begun are not lost then. */
    private static <T> List<T> collected(List<Future<T>> begun) throws InterruptedException {
        List<T> results = new ArrayList<>();
        RuntimeException failure = null;
        for (Future<T> each : begun) {
            try {
                results.add(each.get());
            } catch (ExecutionException e) {
                failure = e.getCause() instanceof RuntimeException cause
                        ? cause
                        : new IllegalStateException(e.getCause());
            }
        }
        if (failure != null) {
            throw failure;
        }
        return results;
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LAST_WAIT_MS, TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
