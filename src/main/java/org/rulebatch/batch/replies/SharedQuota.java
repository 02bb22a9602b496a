package org.rulebatch.batch.replies;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.rulebatch.batch.repository.RepositoryPatience;
import org.rulebatch.generate.llm.pace.Quota;
import org.springframework.jdbc.core.JdbcTemplate;

/** Accounts in a PostgreSQL, one for all processes that ask the same server for the same model. */
public final class SharedQuota implements Quota {

    private static final String TABLE = "RULE_BATCH_QUOTA";

    private final ProxyManager<String> accounts;

    public SharedQuota(JdbcTemplate jdbc) {
        this.accounts = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(Objects.requireNonNull(jdbc.getDataSource()))
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table(TABLE)
                .idColumn("NAME")
                .stateColumn("STATE")
                .clientClock(clock(jdbc))
                .build();
    }

    @Override
    public Account account(String name, Bandwidth limit) {
        BucketConfiguration initial =
                BucketConfiguration.builder().addLimit(limit).build();
        Account account = Account.of(accounts.builder().build(name, () -> initial));
        Account patient = new Account() {
            @Override
            public long take(long count) {
                return RepositoryPatience.call(() -> account.take(count));
            }

            @Override
            public void limit(Bandwidth other) {
                RepositoryPatience.call(() -> {
                    account.limit(other);
                    return other;
                });
            }
        };
        // Who begins last says how much: an account outlives those who opened it.
        patient.limit(limit);
        return patient;
    }

    /** The database's clock: those of several machines may differ by more than a second's budget. */
    private static TimeMeter clock(JdbcTemplate jdbc) {
        Long now = jdbc.queryForObject("select (extract(epoch from clock_timestamp()) * 1000)::bigint", Long.class);
        long ahead = TimeUnit.MILLISECONDS.toNanos(Objects.requireNonNull(now)) - System.nanoTime();
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return System.nanoTime() + ahead;
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }
}
