package org.rulebatch.review;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.function.Consumer;

/** Answers every request, whatever comes of it, and leaves a line of each that was refused, failed, or changed something. */
final class ReviewHandler implements HttpHandler {

    private final Guard guard;
    private final ReviewApi api;
    private final Consumer<String> log;

    ReviewHandler(Guard guard, ReviewApi api, Consumer<String> log) {
        this.guard = guard;
        this.api = api;
        this.log = log;
    }

    @Override
    public void handle(HttpExchange exchange) {
        try (exchange) {
            String refusal = guard.refusal(exchange);
            Answer answer = refusal == null ? answer(exchange) : Answer.refusal(403, refusal);
            if (answer.status() >= 400 || !isRead(exchange)) {
                log.accept(answer.logged(exchange));
            }
            answer.send(exchange);
        } catch (IOException e) {
            log.accept(exchange.getRequestMethod() + " "
                    + exchange.getRequestURI().getPath() + " was broken off by the browser (" + e.getMessage() + ")");
        }
    }

    private static boolean isRead(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("GET")
                || exchange.getRequestMethod().equals("HEAD");
    }

    /** A fault of the program ends its request and not the page. */
    private Answer answer(HttpExchange exchange) {
        try {
            return api.answer(exchange);
        } catch (RunUnreadableException e) {
            return Answer.refusal(503, e.getMessage());
        } catch (IOException e) {
            return Answer.refusal(500, "A file cannot be read or written: " + e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            return Answer.refusal(500, "This should not have happened; please report it: " + e);
        }
    }
}
