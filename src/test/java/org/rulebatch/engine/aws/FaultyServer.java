package org.rulebatch.engine.aws;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that misbehaves as it is told. */
final class FaultyServer implements AutoCloseable {

    private record Reply(int status, String body, long length) {}

    private final LoopbackServer server = new LoopbackServer(this::handle);
    private final AtomicInteger requests = new AtomicInteger();
    private volatile Reply first = new Reply(500, "", 0);
    private volatile Reply next = first;
    private volatile boolean silent;

    URI endpoint() {
        return server.endpoint();
    }

    int requests() {
        return requests.get();
    }

    void answers(int status, String body) {
        first = new Reply(status, body, body.length());
        next = first;
    }

    void thenAnswers(int status, String body) {
        next = new Reply(status, body, body.length());
    }

    /** Announces the whole body and sends half of it. */
    void cuts(String body) {
        first = new Reply(200, body.substring(0, body.length() / 2), body.length());
        next = first;
    }

    void isSilent() {
        silent = true;
    }

    private void handle(HttpExchange exchange) throws IOException {
        Reply reply = requests.getAndIncrement() == 0 ? first : next;
        exchange.getRequestBody().readAllBytes();
        if (silent) {
            server.awaitEnd();
        }
        LoopbackServer.send(exchange, reply.status(), reply.body(), reply.length());
    }

    @Override
    public void close() {
        server.close();
    }
}
