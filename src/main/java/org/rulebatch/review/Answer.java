package org.rulebatch.review;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.rulebatch.files.Json;

/**
 * What a request is answered with.
 *
 * @param reason why it was refused or has failed, in a sentence; empty where it was neither
 */
record Answer(int status, String type, byte[] body, String reason) {

    private static final int LONGEST_REASON = 300;

    static Answer json(int status, Object value) {
        return new Answer(status, "application/json", Json.COMPACT.writeValueAsBytes(value), "");
    }

    static Answer html(byte[] page) {
        return new Answer(200, "text/html; charset=utf-8", page, "");
    }

    /** An answer that says why there is no other. */
    static Answer refusal(int status, String reason) {
        return new Answer(
                status, "text/plain; charset=utf-8", (reason + "\n").getBytes(StandardCharsets.UTF_8), reason);
    }

    /** Sends it, without its body where the request is a HEAD. */
    void send(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Frame-Options", "DENY");
        if (status == 405) {
            headers.set("Allow", "GET, HEAD, PUT, DELETE");
        }
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", String.valueOf(body.length));
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** How the log says it; an address cannot hold a control character, but be long. */
    String logged(HttpExchange exchange) {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String line = request.substring(0, Math.min(request.length(), LONGEST_REASON)) + " " + status;
        return reason.isEmpty() ? line : line + " " + reason;
    }
}
