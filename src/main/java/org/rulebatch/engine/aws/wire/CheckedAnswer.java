package org.rulebatch.engine.aws.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.http.HttpResponseHandler;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.SdkHttpFullResponse;

/** Reads an answer only if its body has the form of the operation's answer. Errors are passed on as they are. */
final class CheckedAnswer<T> implements HttpResponseHandler<T> {

    private final HttpResponseHandler<T> handler;
    private final BodyForm form;
    private final int maxBytes;

    /** @param maxBytes of a body after decompression */
    CheckedAnswer(HttpResponseHandler<T> handler, BodyForm form, int maxBytes) {
        this.handler = handler;
        this.form = form;
        this.maxBytes = maxBytes;
    }

    @Override
    public T handle(SdkHttpFullResponse response, ExecutionAttributes attributes) throws Exception {
        if (!response.isSuccessful()) {
            return handler.handle(response, attributes);
        }
        byte[] bytes = response.content().isPresent() ? bytes(response.content().get()) : new byte[0];
        form.require(new Body(
                response.statusCode(), header(response, "Content-Type"), header(response, "x-amzn-ErrorType"), bytes));
        return handler.handle(
                response.toBuilder()
                        .content(AbortableInputStream.create(new ByteArrayInputStream(bytes)))
                        .build(),
                attributes);
    }

    private byte[] bytes(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(maxBytes);
        if (bytes.length == maxBytes && in.read() >= 0) {
            throw new AnswerTooLongException("the answer is longer than " + maxBytes + " bytes");
        }
        return bytes;
    }

    private static String header(SdkHttpFullResponse response, String name) {
        return response.firstMatchingHeader(name).orElse("");
    }

    @Override
    public boolean needsConnectionLeftOpen() {
        return handler.needsConnectionLeftOpen();
    }
}
