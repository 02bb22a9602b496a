package org.rulebatch.engine;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** Makes each distinct read once and shares its answer. Thread-safe. */
final class CallBook {

    private final ReadClient client;
    private final Map<ReadCall, CompletableFuture<ReadReply>> replies = new ConcurrentHashMap<>();

    CallBook(ReadClient client) {
        this.client = client;
    }

    /** How many distinct reads were asked for. */
    int size() {
        return replies.size();
    }

    /**
     * How many reads told something about the account. Who asks does not count: AWS answers that to everybody whose
     * credentials are valid.
     */
    int answered() {
        return (int) replies.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(identity(entry.getKey().region())))
                .filter(entry -> entry.getValue().isDone() && !(entry.getValue().join() instanceof ReadReply.Failure))
                .count();
    }

    /** The read that says whose credentials are used. */
    static ReadCall identity(String region) {
        return new ReadCall("sts", "get_caller_identity", region, Map.of());
    }

    /** Reads that are new are made on the executor. */
    Calls on(Executor executor) {
        return call ->
                replies.computeIfAbsent(call, key -> CompletableFuture.supplyAsync(() -> client.read(key), executor));
    }

    /** The book as one run asks it. */
    interface Calls {
        CompletableFuture<ReadReply> ask(ReadCall call);
    }
}
