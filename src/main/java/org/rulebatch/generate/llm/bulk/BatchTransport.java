package org.rulebatch.generate.llm.bulk;

import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import java.net.http.HttpHeaders;
import java.util.Map;
import org.rulebatch.generate.llm.chat.CallFailure;
import org.rulebatch.generate.llm.chat.CallFailure.Kind;
import org.rulebatch.generate.llm.http.Transport;

/** Sends nothing: gives a request the answer that a batch brought, or keeps its body for the next batch. */
final class BatchTransport implements Transport {

    private static final HttpHeaders NO_HEADERS = HttpHeaders.of(Map.of(), (name, value) -> true);

    private final ThreadLocal<Exchange> answer = new ThreadLocal<>();
    private final ThreadLocal<String> unsent = new ThreadLocal<>();

    /** What the thread's next request is answered by. */
    void answer(BatchStore.Result result) {
        boolean complete = !result.body().isEmpty();
        answer.set(new Exchange(result.status(), NO_HEADERS, result.body(), complete));
    }

    /** The thread's next request has no answer yet. */
    void noAnswer() {
        answer.remove();
    }

    /** The body of the thread's last request that had no answer. */
    String unsent() {
        return unsent.get();
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        Exchange exchange = answer.get();
        if (exchange == null) {
            unsent.set(request.body());
            throw new CallFailure(Kind.LATER, "its answer comes with a batch", null, null);
        }
        return exchange.successful();
    }

    @Override
    public Exchange last() {
        return answer.get();
    }
}
