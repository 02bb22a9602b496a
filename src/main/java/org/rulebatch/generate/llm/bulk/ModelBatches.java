package org.rulebatch.generate.llm.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rulebatch.generate.RunHaltedException;
import org.rulebatch.generate.llm.bulk.BatchStore.Open;
import org.rulebatch.generate.llm.bulk.BatchStore.Result;
import org.rulebatch.generate.llm.cost.TokenCounter;
import org.rulebatch.generate.llm.cost.Usage;
import org.rulebatch.generate.llm.http.ModelSettings;
import org.rulebatch.generate.llm.pace.Budget;

/**
 * The batches in which a run asks its model. What is at the server is written down before the next step is taken, so that a
 * process may die at any moment and nothing is submitted twice.
 */
public final class ModelBatches {

    private final BatchApi api;
    private final BatchStore store;
    private final BatchInbox inbox;
    private final Outbox outbox;
    private final Budget budget;
    private final BatchFile.Size size;
    private final ModelSettings settings;
    private final TokenCounter counter;

    public ModelBatches(
            ModelSettings settings,
            BatchApi api,
            BatchStore store,
            Outbox outbox,
            Budget budget,
            TokenCounter counter,
            BatchFile.Size size) {
        this.settings = settings;
        this.api = api;
        this.store = store;
        this.inbox = new BatchInbox(api, store);
        this.outbox = outbox;
        this.budget = budget;
        this.counter = counter;
        this.size = size;
    }

    /**
     * Fetches the answers that have come.
     *
     * @return which have not, for people; empty if nothing is under way
     * @throws RunHaltedException if the server cannot be asked, or what it says makes asking on useless
     */
    public Optional<String> collect() {
        List<String> underWay = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Open open : store.open()) {
            ServerBatch batch = current(open);
            if (batch.isOver()) {
                fetch(open, batch).ifPresent(problems::add);
            } else {
                underWay.add(batch.text());
            }
        }
        if (!problems.isEmpty()) {
            throw new RunHaltedException("The model cannot be asked: " + String.join("; ", problems)
                    + ". What was answered is kept; going on asks for the rest again");
        }
        return underWay.isEmpty()
                ? Optional.empty()
                : Optional.of("waits for batch " + String.join(", batch ", underWay));
    }

    private ServerBatch current(Open open) {
        return open.batchId().isEmpty() ? created(open.id(), open.fileId()) : api.get(open.batchId());
    }

    /** @return what is wrong with all of it; empty if nothing is */
    private Optional<String> fetch(Open open, ServerBatch batch) {
        Optional<Result> fatal = inbox.fetch(open, batch);
        if (batch.hasFailed()) {
            return Optional.of("batch " + batch.id() + " has failed: " + batch.problem());
        }
        return fatal.map(result -> settings.key().removedFrom(BatchResults.text(result)));
    }

    /**
     * Sends what has been put into the outbox, as far as the run may spend it.
     *
     * @return what was sent, for people; empty if there was nothing to send
     * @throws RunHaltedException if the server does not take it, or the run may spend nothing more
     */
    public Optional<String> submit() {
        int waiting = outbox.size();
        if (waiting == 0) {
            return Optional.empty();
        }
        List<String> refused = new ArrayList<>();
        List<BatchFile> files = files(refused);
        if (files.isEmpty()) {
            throw new RunHaltedException(refused.get(0));
        }
        int sent = 0;
        List<String> ids = new ArrayList<>();
        for (BatchFile file : files) {
            ids.add(submit(file));
            sent += file.requests().size();
        }
        String rest = refused.isEmpty() ? "" : "; the other " + (waiting - sent) + " wait: " + refused.get(0);
        return Optional.of("has submitted " + sent + (sent == 1 ? " request" : " requests") + " as batch "
                + String.join(", ", ids) + ", which may take a day" + rest);
    }

    private String submit(BatchFile file) {
        String fileId = api.upload(file.path());
        long id = store.uploaded(fileId, file.requests());
        ServerBatch batch = created(id, fileId);
        try {
            Files.delete(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(file.path() + " cannot be removed", e);
        }
        return batch.id();
    }

    private ServerBatch created(long id, String fileId) {
        ServerBatch batch = api.batchOf(fileId);
        store.created(id, batch.id());
        return batch;
    }

    /** @param refused is told why the rest is not sent now */
    private List<BatchFile> files(List<String> refused) {
        List<BatchFile> files = new ArrayList<>();
        outbox.empty(waiting -> {
            Optional<String> why = budget.take(most(waiting));
            why.ifPresent(refused::add);
            if (why.isEmpty()
                    && (files.isEmpty() || !files.get(files.size() - 1).add(waiting))) {
                Path path = store.folder().resolve("batch-" + (files.size() + 1) + ".jsonl");
                BatchFile next = new BatchFile(path, size);
                next.add(waiting);
                files.add(next);
            }
            return why.isEmpty();
        });
        for (BatchFile file : files) {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(file.path() + " cannot be written", e);
            }
        }
        return files;
    }

    /** The line has more than is sent to the model, so that this is no less than what it may use. */
    private Usage most(Outbox.Waiting waiting) {
        return new Usage(1, counter.count(waiting.line()), 0, settings.maxReplyTokens());
    }
}
