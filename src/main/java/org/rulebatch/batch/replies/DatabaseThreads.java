package org.rulebatch.batch.replies;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** Threads that touch the database for others: one that is interrupted in it would close an H2 file. */
final class DatabaseThreads implements AutoCloseable {

    private static final int COUNT = 2;

    private final ExecutorService threads;

    DatabaseThreads() {
        CustomizableThreadFactory factory = new CustomizableThreadFactory("replies-");
        factory.setDaemon(true);
        this.threads = Executors.newFixedThreadPool(COUNT, factory);
    }

    /** Does the work there and waits for its result. */
    <T> T call(Callable<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                done.complete(work.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The same for work without a result. */
    void run(Runnable work) {
        call(Executors.callable(work));
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
