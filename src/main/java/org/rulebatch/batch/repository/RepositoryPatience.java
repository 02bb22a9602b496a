package org.rulebatch.batch.repository;

import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import org.rulebatch.files.Causes;
import org.rulebatch.generate.RunHaltedException;

/**
 * Waits for a database that is away for a moment, restarted perhaps: what a model has answered is paid for, and no rule has failed
 * because its answer could not be stored. If it stays away, the run ends.
 */
public final class RepositoryPatience {

    private static final int ATTEMPTS = 60;

    private static final Retry RETRY = Retry.of(
            "repository",
            RetryConfig.custom()
                    .maxAttempts(ATTEMPTS)
                    .waitDuration(Duration.ofSeconds(1))
                    .retryOnException(RepositoryPatience::isAway)
                    .build());

    private RepositoryPatience() {}

    public static <T> T call(Supplier<T> work) {
        try {
            return RETRY.executeSupplier(work);
        } catch (RuntimeException e) {
            if (!isAway(e)) {
                throw e;
            }
            RunHaltedException halted = new RunHaltedException(RepositoryException.in(e)
                    .map(RuntimeException::getMessage)
                    .orElse("the job repository cannot be reached"));
            halted.initCause(e);
            throw halted;
        }
    }

    /** SQLSTATE classes: 08 connection, 57P shutdown; none where the pool has got no connection. */
    public static boolean isAway(Throwable failure) {
        return Causes.first(SQLException.class, failure)
                .map(sql -> {
                    String state = sql.getSQLState();
                    return state == null || state.startsWith("08") || state.startsWith("57P");
                })
                .orElse(false);
    }
}
