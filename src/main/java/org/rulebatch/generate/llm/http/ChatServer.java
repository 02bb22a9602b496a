package org.rulebatch.generate.llm.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.rulebatch.generate.llm.chat.ModelReply;

/**
 * Sends requests to an address and gives back what comes. HTTP/1.1, for some servers stumble over the offer of 2; TLS as Java does it
 * by default; redirects are not followed.
 */
final class ChatServer {

    private final HttpClient client;
    private final URI address;
    private final Secret key;
    private final boolean azure;
    private final Duration timeout;

    ChatServer(ModelSettings settings) {
        this.key = settings.key();
        this.azure = isAzure(settings.baseUrl());
        this.address = address(settings.baseUrl());
        this.timeout = settings.callTimeout();
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    /** The address of chat completions below that of the server; the parameters of Azure's stay behind it. */
    static URI address(URI base) {
        String query = base.getRawQuery() == null ? "" : "?" + base.getRawQuery();
        String plain = base.toString().replaceFirst("\\?.*$", "").replaceFirst("/+$", "");
        return URI.create(plain + "/chat/completions" + query);
    }

    /** Whether the key goes into a header of its own, as Azure OpenAI takes it. */
    static boolean isAzure(URI base) {
        String host = String.valueOf(base.getHost());
        return host.endsWith(".azure.com") || String.valueOf(base.getPath()).contains("/openai/deployments/");
    }

    Exchange post(String body) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header(azure ? "api-key" : "Authorization", (azure ? "" : "Bearer ") + key.reveal())
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        return BoundedCall.make(client, request, info -> new BoundedBody(ModelReply.MOST_BYTES), timeout);
    }
}
