package org.rulebatch.batch.remote;

import java.util.HashMap;
import java.util.Map;
import org.rulebatch.batch.replies.ReplyTable;
import org.rulebatch.batch.replies.RunReplies;
import org.rulebatch.batch.replies.SharedQuota;
import org.rulebatch.batch.step.PartitionTasks;
import org.rulebatch.pipeline.ServicePipeline;
import org.springframework.jdbc.core.JdbcTemplate;

/** The pipelines of the runs that a worker works for. One is kept while it is used, and until another run comes. */
final class RunPipelines implements AutoCloseable {

    private final PipelineFactory factory;
    private final JdbcTemplate jdbc;
    private final Map<ReplyTable.Attempt, OpenPipeline> open = new HashMap<>();

    private static final class OpenPipeline implements AutoCloseable {
        private final RunReplies replies;
        private final ServicePipeline pipeline;
        private int users;
        private boolean broken;

        OpenPipeline(RunReplies replies, ServicePipeline pipeline) {
            this.replies = replies;
            this.pipeline = pipeline;
        }

        @Override
        public void close() {
            pipeline.close();
            replies.close();
        }
    }

    RunPipelines(PipelineFactory factory, JdbcTemplate jdbc) {
        this.factory = factory;
        this.jdbc = jdbc;
    }

    /** @throws org.rulebatch.store.InputException if this worker is not made for the run */
    synchronized ServicePipeline acquire(PartitionTasks.Work work) {
        ReplyTable.Attempt attempt = attempt(work);
        OpenPipeline known = open.get(attempt);
        if (known == null) {
            closeUnused();
            known = make(attempt, work.options());
            open.put(attempt, known);
        }
        known.users++;
        return known.pipeline;
    }

    /** @param broken whether the pipeline has halted, and must not be used again */
    synchronized void release(PartitionTasks.Work work, boolean broken) {
        OpenPipeline known = open.get(attempt(work));
        if (known == null) {
            return;
        }
        known.broken |= broken;
        if (--known.users == 0 && known.broken) {
            open.remove(attempt(work));
            known.close();
        }
    }

    private OpenPipeline make(ReplyTable.Attempt attempt, Map<String, String> options) {
        RunReplies replies = new RunReplies(jdbc, attempt);
        try {
            return new OpenPipeline(replies, factory.create(options, replies, new SharedQuota(jdbc)));
        } catch (RuntimeException e) {
            replies.close();
            throw e;
        }
    }

    private void closeUnused() {
        open.values().removeIf(each -> {
            boolean unused = each.users == 0;
            if (unused) {
                each.close();
            }
            return unused;
        });
    }

    static ReplyTable.Attempt attempt(PartitionTasks.Work work) {
        return new ReplyTable.Attempt(work.outputId(), work.runId(), work.runNumber());
    }

    @Override
    public synchronized void close() {
        open.values().forEach(OpenPipeline::close);
        open.clear();
    }
}
