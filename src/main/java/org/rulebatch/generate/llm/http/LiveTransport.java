package org.rulebatch.generate.llm.http;

import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Sends requests for langchain4j, whose own client keeps no headers of a failure, does not bound a body, and whose timeout does
 * not cover one. HTTP/1.1, for some servers stumble over the offer of 2; TLS as Java does it by default.
 */
public final class LiveTransport implements Transport {

    private final java.net.http.HttpClient client;
    private final Duration timeout;
    private final ThreadLocal<Exchange> last = new ThreadLocal<>();

    public LiveTransport(Duration connectTimeout, Duration timeout) {
        this.timeout = timeout;
        this.client = java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout)
                .build();
    }

    @Override
    public Exchange last() {
        Exchange exchange = last.get();
        if (exchange == null) {
            throw new IllegalStateException("nothing has come back on this thread");
        }
        return exchange;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        last.remove();
        java.net.http.HttpRequest.Builder built = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .method(request.method().name(), BodyPublishers.ofString(request.body(), StandardCharsets.UTF_8));
        request.headers().forEach((name, values) -> values.forEach(value -> built.header(name, value)));
        Exchange exchange = BoundedCall.make(client, built.build(), info -> new BoundedBody(MOST_BYTES), timeout);
        last.set(exchange);
        return exchange.successful();
    }
}
