package org.rulebatch.batch.replies;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.rulebatch.batch.repository.RepositoryReader;
import org.rulebatch.batch.repository.RepositorySettings;
import org.rulebatch.store.OutputFolder;
import org.springframework.jdbc.core.JdbcTemplate;

/** The stored replies of a repository, of all runs that share it. */
public final class ReplyCache {

    private ReplyCache() {}

    /**
     * What is stored.
     *
     * @throws org.rulebatch.batch.repository.AlreadyRunningException if another process has the repository's H2 file open
     */
    public static List<ReplyCount> counts(OutputFolder output, RepositorySettings settings) {
        return new RepositoryReader(output, settings)
                .ask(jdbc -> new ReplyTable(jdbc).counts())
                .orElse(List.of());
    }

    /**
     * Removes replies, so that they are asked for again.
     *
     * @param olderThan the least age of what is removed
     * @return how many there were
     */
    public static int purge(JdbcTemplate jdbc, Duration olderThan, Clock clock) {
        OffsetDateTime before = OffsetDateTime.now(clock).minus(olderThan);
        return new ReplyTable(jdbc).purge(before);
    }
}
