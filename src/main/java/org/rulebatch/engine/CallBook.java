package org.rulebatch.engine;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** Makes each distinct read of a run once and shares its answer. Thread-safe. */
final class CallBook {

    private final ReadClient client;
    private final Executor executor;
    private final Map<ReadCall, CompletableFuture<ReadReply>> replies = new ConcurrentHashMap<>();

    CallBook(ReadClient client, Executor executor) {
        this.client = client;
        this.executor = executor;
    }

    CompletableFuture<ReadReply> ask(ReadCall call) {
        return replies.computeIfAbsent(call, key -> CompletableFuture.supplyAsync(() -> client.read(key), executor));
    }

    /** How many distinct reads were asked for. */
    int size() {
        return replies.size();
    }
}
