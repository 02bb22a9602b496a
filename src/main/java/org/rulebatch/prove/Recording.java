package org.rulebatch.prove;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.rulebatch.engine.ReadCall;
import org.rulebatch.engine.ReadClient;
import org.rulebatch.engine.ReadReply;

/** Keeps what an account answers, to make examples of it. Thread-safe. */
public final class Recording implements ReadClient {

    private final ReadClient client;
    private final Map<ReadCall, ReadReply> replies = new ConcurrentHashMap<>();

    public Recording(ReadClient client) {
        this.client = client;
    }

    @Override
    public ReadReply read(ReadCall call) {
        ReadReply reply = client.read(call);
        replies.put(call, reply);
        return reply;
    }

    /** The answer to a read, from the region that it names or else from another one; empty where there was none. */
    Optional<Map<String, Object>> answer(ReadCall call) {
        Optional<ReadReply> reply = Optional.ofNullable(replies.get(call)).or(() -> replies.entrySet().stream()
                .filter(each -> isSame(each.getKey(), call))
                .map(Map.Entry::getValue)
                .findFirst());
        return reply.filter(ReadReply.Answer.class::isInstance).map(each -> ((ReadReply.Answer) each).response());
    }

    private static boolean isSame(ReadCall one, ReadCall other) {
        return one.client().equals(other.client())
                && one.action().equals(other.action())
                && one.params().equals(other.params());
    }
}
