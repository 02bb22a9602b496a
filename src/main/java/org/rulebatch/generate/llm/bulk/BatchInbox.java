package org.rulebatch.generate.llm.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rulebatch.generate.llm.bulk.BatchStore.Open;
import org.rulebatch.generate.llm.bulk.BatchStore.Result;
import org.rulebatch.generate.llm.http.BoundedLines;
import org.rulebatch.generate.llm.http.Transport;

/** Fetches what a batch brought. A process that dies meanwhile fetches it again. */
final class BatchInbox {

    private static final int LINES_AT_ONCE = 200;

    private final BatchApi api;
    private final BatchStore store;

    BatchInbox(BatchApi api, BatchStore store) {
        this.api = api;
        this.store = store;
    }

    /** @return a result that every other request would share; empty if there is none */
    Optional<Result> fetch(Open open, ServerBatch batch) {
        List<Result> fatal = new ArrayList<>();
        try {
            for (String fileId : batch.resultFiles()) {
                fetch(open.id(), fileId).ifPresent(fatal::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the model's answers cannot be kept in " + store.folder(), e);
        }
        store.ended(open.id(), batch.hasTriedAll());
        return fatal.stream().findFirst();
    }

    private Optional<Result> fetch(long id, String fileId) throws IOException {
        Path file = Files.createDirectories(store.folder()).resolve("answers.jsonl");
        api.download(fileId, file);
        Optional<Result> fatal;
        try (BoundedLines lines = new BoundedLines(Files.newInputStream(file), Transport.MOST_BYTES)) {
            fatal = keep(id, lines);
        }
        Files.delete(file);
        return fatal;
    }

    private Optional<Result> keep(long id, BoundedLines lines) throws IOException {
        Optional<Result> fatal = Optional.empty();
        List<Result> results = new ArrayList<>();
        for (Optional<BoundedLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            Optional<Result> result =
                    BatchResults.read(line.get().text(), line.get().complete());
            result.ifPresent(results::add);
            fatal = fatal.or(() -> result.filter(BatchResults::isFatal));
            if (results.size() == LINES_AT_ONCE) {
                store.keep(id, results);
                results.clear();
            }
        }
        store.keep(id, results);
        return fatal;
    }
}
