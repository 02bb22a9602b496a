package org.rulebatch.engine.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that misbehaves as it is told. */
final class FaultyServer implements AutoCloseable {

    private record Reply(int status, String body, long length) {}

    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Reply first = new Reply(500, "", 0);
    private volatile Reply next = first;
    private volatile boolean silent;

    FaultyServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
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
            awaitEnd();
        }
        exchange.sendResponseHeaders(reply.status(), reply.length() == 0 ? -1 : reply.length());
        exchange.getResponseBody().write(reply.body().getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }

    private void awaitEnd() throws IOException {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("no answer");
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
