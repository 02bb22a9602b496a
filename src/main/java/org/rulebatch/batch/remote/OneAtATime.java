package org.rulebatch.batch.remote;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Execution;
import java.time.Instant;
import java.util.List;

/** Takes one task at each poll, however many threads are free, so that the largest batches of a run go to different workers. */
final class OneAtATime extends PostgreSqlJdbcCustomization {

    OneAtATime() {
        super(false, false);
    }

    @Override
    public List<Execution> lockAndFetchSingleStatement(
            JdbcTaskRepositoryContext context, Instant now, int limit, boolean orderByPriority) {
        return super.lockAndFetchSingleStatement(context, now, Math.min(limit, 1), orderByPriority);
    }
}
