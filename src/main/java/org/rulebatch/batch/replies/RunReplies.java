package org.rulebatch.batch.replies;

import java.util.Map;
import java.util.Optional;
import org.rulebatch.batch.repository.RepositoryPatience;
import org.rulebatch.generate.llm.ReplyStore;
import org.rulebatch.generate.llm.chat.Verdict;
import org.rulebatch.generate.llm.cost.Usage;
import org.springframework.jdbc.core.JdbcTemplate;

/** The replies of a run in its repository. */
public final class RunReplies implements ReplyStore, AutoCloseable {

    private final ReplyTable table;
    private final ReplyTable.Attempt attempt;
    private final DatabaseThreads threads = new DatabaseThreads();

    public RunReplies(JdbcTemplate jdbc, ReplyTable.Attempt attempt) {
        this.table = new ReplyTable(jdbc);
        this.attempt = attempt;
    }

    @Override
    public Optional<Stored> find(String sha256, boolean others) {
        return threads.call(() -> RepositoryPatience.call(() -> table.find(sha256, attempt, others)));
    }

    @Override
    public long add(Arrived reply) {
        return threads.call(() -> RepositoryPatience.call(() -> table.insert(attempt, reply)));
    }

    @Override
    public void judge(long id, Verdict verdict) {
        threads.call(() -> RepositoryPatience.call(() -> {
            table.judge(id, verdict);
            return id;
        }));
    }

    @Override
    public Map<String, Usage> used() {
        return threads.call(() -> table.used(attempt));
    }

    @Override
    public Map<Verdict, Integer> verdicts() {
        return threads.call(() -> table.verdicts(attempt));
    }

    @Override
    public void close() {
        threads.close();
    }
}
