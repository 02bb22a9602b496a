package org.rulebatch.batch.replies;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.rulebatch.generate.llm.bulk.BatchStore;
import org.rulebatch.store.RunFolder;

/** What a run has asked in batches, in its repository. */
final class RunAsked implements BatchStore {

    private final AskedTable table;
    private final ReplyTable.Attempt attempt;
    private final RunFolder folder;
    private final DatabaseThreads threads;

    RunAsked(AskedTable table, ReplyTable.Attempt attempt, RunFolder folder, DatabaseThreads threads) {
        this.table = table;
        this.attempt = attempt;
        this.folder = folder;
        this.threads = threads;
    }

    @Override
    public List<Result> results(String sha256) {
        return threads.call(() -> table.results(attempt, sha256));
    }

    @Override
    public int requests() {
        return threads.call(() -> table.requests(attempt));
    }

    @Override
    public long uploaded(String fileId, Collection<String> requests) {
        return threads.call(() -> table.insert(attempt, fileId, requests));
    }

    @Override
    public void created(long id, String batchId) {
        threads.run(() -> table.created(id, batchId));
    }

    @Override
    public List<Open> open() {
        return threads.call(() -> table.open(attempt));
    }

    @Override
    public void keep(long id, List<Result> results) {
        threads.run(() -> table.keep(id, results));
    }

    @Override
    public void ended(long id, boolean tried) {
        threads.run(() -> table.ended(id, tried));
    }

    @Override
    public Path folder() {
        return folder.asked();
    }
}
