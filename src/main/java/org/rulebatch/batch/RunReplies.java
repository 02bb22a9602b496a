package org.rulebatch.batch;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.rulebatch.generate.llm.ReplyStore;
import org.rulebatch.generate.llm.Usage;
import org.rulebatch.generate.llm.Verdict;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The replies of a run in its repository. The database is touched by threads of its own only: one that is interrupted in it would
 * close an H2 file.
 */
final class RunReplies implements ReplyStore, AutoCloseable {

    private static final int THREADS = 2;

    private final ReplyTable table;
    private final ReplyTable.Attempt attempt;
    private final ExecutorService threads;

    RunReplies(ReplyTable table, ReplyTable.Attempt attempt) {
        this.table = table;
        this.attempt = attempt;
        CustomizableThreadFactory factory = new CustomizableThreadFactory("replies-");
        factory.setDaemon(true);
        this.threads = Executors.newFixedThreadPool(THREADS, factory);
    }

    @Override
    public Optional<Stored> find(String sha256, boolean others) {
        return call(() -> RepositoryPatience.call(() -> table.find(sha256, attempt, others)));
    }

    @Override
    public long add(Arrived reply) {
        return call(() -> RepositoryPatience.call(() -> table.insert(attempt, reply)));
    }

    @Override
    public void judge(long id, Verdict verdict) {
        call(() -> RepositoryPatience.call(() -> {
            table.judge(id, verdict);
            return id;
        }));
    }

    @Override
    public Map<String, Usage> used() {
        return call(() -> {
            table.create();
            return table.used(attempt);
        });
    }

    private <T> T call(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
