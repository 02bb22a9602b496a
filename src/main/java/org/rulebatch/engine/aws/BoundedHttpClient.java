package org.rulebatch.engine.aws;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.rulebatch.engine.aws.wire.AnswerTooLongException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** An HTTP client that gives up on an answer that is longer than allowed. */
final class BoundedHttpClient implements SdkHttpClient {

    private final SdkHttpClient client;
    private final int maxBytes;

    BoundedHttpClient(SdkHttpClient client, int maxBytes) {
        this.client = client;
        this.maxBytes = maxBytes;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        ExecutableHttpRequest prepared = client.prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return bounded(prepared.call());
            }

            @Override
            public void abort() {
                prepared.abort();
            }
        };
    }

    private HttpExecuteResponse bounded(HttpExecuteResponse response) {
        return HttpExecuteResponse.builder()
                .response(response.httpResponse())
                .responseBody(response.responseBody()
                        .map(body -> AbortableInputStream.create(new Bounded(body, maxBytes), body))
                        .orElse(null))
                .build();
    }

    @Override
    public void close() {
        client.close();
    }

    @Override
    public String clientName() {
        return client.clientName();
    }

    private static final class Bounded extends FilterInputStream {
        private final int maxBytes;
        private long seen;

        Bounded(InputStream in, int maxBytes) {
            super(in);
            this.maxBytes = maxBytes;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) {
            seen += bytes;
            if (seen > maxBytes) {
                throw new AnswerTooLongException("the answer is longer than " + maxBytes + " bytes");
            }
        }
    }
}
