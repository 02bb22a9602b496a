package org.rulebatch.generate.llm.http;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.net.http.HttpHeaders;
import java.time.Duration;
import org.rulebatch.generate.llm.chat.CallFailure;
import org.rulebatch.generate.llm.chat.ModelReply;

/** The way of requests to a server and back, for langchain4j. */
public interface Transport extends HttpClient {

    /** Of a reply. */
    int MOST_BYTES = ModelReply.MOST_BYTES;

    /** What came back, as far as it was read. */
    record Exchange(int status, HttpHeaders headers, String body, boolean complete) {

        /**
         * The answer for langchain4j, without what it says of its usage: that is read here, and is no reason to refuse a reply.
         *
         * @throws CallFailure if it is an error
         */
        public SuccessfulHttpResponse successful() {
            if (status / 100 != 2) {
                throw ServerErrors.of(this);
            }
            return SuccessfulHttpResponse.builder()
                    .statusCode(status)
                    .headers(headers.map())
                    .body(ServerJson.withoutUsage(body))
                    .build();
        }
    }

    /** What came back to the thread's last request. */
    Exchange last();

    @Override
    default void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("replies are not streamed");
    }

    /** Gives langchain4j this client; its timeouts are the client's own. */
    default HttpClientBuilder asBuilder() {
        return new Given(this);
    }

    /** A client that is there already. */
    record Given(HttpClient client) implements HttpClientBuilder {

        @Override
        public Duration connectTimeout() {
            return Duration.ZERO;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration ignored) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return Duration.ZERO;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration ignored) {
            return this;
        }

        @Override
        public HttpClient build() {
            return client;
        }
    }
}
