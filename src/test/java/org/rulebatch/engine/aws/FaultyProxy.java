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
import java.util.function.UnaryOperator;

/** Stands between the client and a service that speaks the query protocol, and spoils some of the answers. */
final class FaultyProxy implements AutoCloseable {

    /** How an answer is spoiled. */
    enum Fault {
        THROTTLED(400, "Throttling"),
        BROKEN(500, "InternalFailure"),
        EXPIRED(403, "ExpiredToken"),
        DENIED(403, "AccessDenied"),
        /** No answer comes. */
        SLOW(0, ""),
        /** Half of the answer comes. */
        CUT(200, ""),
        /** The connection is closed. */
        GONE(0, ""),
        /** A page of a gateway comes, with a status that says that all is well. */
        NO_XML(200, "");

        private final int status;
        private final String code;

        Fault(int status, String code) {
            this.status = status;
            this.code = code;
        }

        private String error() {
            return "<ErrorResponse><Error><Code>" + code + "</Code><Message>no</Message></Error></ErrorResponse>";
        }
    }

    private final UnaryOperator<String> service;
    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger left = new AtomicInteger();
    private volatile String pattern = "";
    private volatile Fault fault = Fault.BROKEN;

    /** @param service the body of a request to that of its answer */
    FaultyProxy(UnaryOperator<String> service) {
        this.service = service;
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

    /** Spoils all answers to requests of the pattern. */
    void spoils(String requests, Fault how) {
        spoils(requests, how, Integer.MAX_VALUE);
    }

    void spoilsOnce(String requests, Fault how) {
        spoils(requests, how, 1);
    }

    private void spoils(String requests, Fault how, int times) {
        fault = how;
        left.set(times);
        pattern = requests;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8) + "&";
        String answer = service.apply(request);
        if (!request.matches(pattern) || left.getAndDecrement() <= 0) {
            send(exchange, 200, answer, answer.length());
            return;
        }
        switch (fault) {
            case SLOW -> awaitEnd();
            case GONE -> exchange.close();
            case CUT -> send(exchange, 200, answer.substring(0, answer.length() / 2), answer.length());
            case NO_XML -> send(exchange, 200, "Sign in to go on", 16);
            default -> send(exchange, fault.status, fault.error(), fault.error().length());
        }
    }

    private static void send(HttpExchange exchange, int status, String body, long announced) throws IOException {
        exchange.sendResponseHeaders(status, announced);
        exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
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
