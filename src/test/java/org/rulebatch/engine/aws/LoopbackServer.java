package org.rulebatch.engine.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A server of this machine alone, with the misbehaviour that its handlers need: answers cut short, and none at all. */
final class LoopbackServer implements AutoCloseable {

    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);

    LoopbackServer(HttpHandler handler) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", handler);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        send(exchange, status, body, body.length());
    }

    /** @param announced length of the body as the answer says it */
    static void send(HttpExchange exchange, int status, String body, long announced) throws IOException {
        exchange.sendResponseHeaders(status, announced == 0 ? -1 : announced);
        exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }

    /** Keeps a client waiting for as long as this server runs. */
    void awaitEnd() throws IOException {
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
