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
