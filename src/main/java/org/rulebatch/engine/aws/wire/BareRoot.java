package org.rulebatch.engine.aws.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.core.http.HttpResponseHandler;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.SdkHttpFullResponse;

/**
 * Reads an answer whose root element is the member itself (S3's {@code GetBucketLocation}): puts the element that the
 * unmarshaller expects around it.
 */
final class BareRoot implements HttpResponseHandler<GenericResponse> {

    private final HttpResponseHandler<GenericResponse> handler;

    BareRoot(HttpResponseHandler<GenericResponse> handler) {
        this.handler = handler;
    }

    @Override
    public GenericResponse handle(SdkHttpFullResponse response, ExecutionAttributes attributes) throws Exception {
        String body = response.content().isPresent() ? text(response.content().get()) : "";
        String member = body.replaceFirst("^\\s*<\\?xml[^>]*\\?>", "").strip();
        boolean empty = member.endsWith("/>") || member.contains("></");
        String root = empty ? "<root/>" : "<root>" + member + "</root>";
        InputStream wrapped = new ByteArrayInputStream(root.getBytes(StandardCharsets.UTF_8));
        return handler.handle(
                response.toBuilder()
                        .content(AbortableInputStream.create(wrapped))
                        .build(),
                attributes);
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
