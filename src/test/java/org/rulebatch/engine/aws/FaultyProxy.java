package org.rulebatch.engine.aws;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
    private final LoopbackServer server = new LoopbackServer(this::handle);
    private final AtomicInteger left = new AtomicInteger();
    private volatile String pattern = "";
    private volatile Fault fault = Fault.BROKEN;

    /** @param service the body of a request to that of its answer */
    FaultyProxy(UnaryOperator<String> service) {
        this.service = service;
    }

    URI endpoint() {
        return server.endpoint();
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
            LoopbackServer.send(exchange, 200, answer);
            return;
        }
        switch (fault) {
            case SLOW -> server.awaitEnd();
            case GONE -> exchange.close();
            case CUT -> LoopbackServer.send(exchange, 200, answer.substring(0, answer.length() / 2), answer.length());
            case NO_XML -> LoopbackServer.send(exchange, 200, "Sign in to go on");
            default -> LoopbackServer.send(exchange, fault.status, fault.error());
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
