package org.rulebatch.generate.llm.http;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.rulebatch.generate.llm.chat.CallFailure;

/** A call whose limit covers the body of the answer as well; that of Java's own client ends with the headers. */
public final class BoundedCall {

    private BoundedCall() {}

    /**
     * Sends a request and waits for the whole answer, whatever its status.
     *
     * @throws CallFailure if none comes within the limit, the connection breaks, or the thread is interrupted
     */
    public static Exchange make(
            HttpClient client, HttpRequest request, BodyHandler<BoundedBody.Body> handler, Duration limit) {
        CompletableFuture<HttpResponse<BoundedBody.Body>> call = client.sendAsync(request, handler);
        try {
            HttpResponse<BoundedBody.Body> response = call.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            BoundedBody.Body body = response.body();
            return new Exchange(
                    response.statusCode(),
                    response.headers(),
                    new String(body.bytes(), StandardCharsets.UTF_8),
                    body.complete());
        } catch (TimeoutException e) {
            call.cancel(true);
            throw new CallFailure(CallFailure.Kind.FAULT, "no answer within " + limit.toSeconds() + " s", null, e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
            throw new CallFailure(CallFailure.Kind.FAULT, cause.getClass().getSimpleName() + message, null, cause);
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new CallFailure(CallFailure.Kind.REJECTED, "interrupted", null, e);
        }
    }
}
