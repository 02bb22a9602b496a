package org.rulebatch.prove;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rulebatch.engine.ReadCall;
import org.rulebatch.engine.ReadClient;
import org.rulebatch.engine.ReadReply;

/** Answers reads from an example. */
final class ExampleClient implements ReadClient {

    private final Map<String, List<Reply>> answers;

    ExampleClient(Example example) {
        this.answers = example.answers();
    }

    @Override
    public ReadReply read(ReadCall call) {
        return answers.getOrDefault(call.client() + "." + call.action(), List.of()).stream()
                .filter(reply -> reply.params().entrySet().stream()
                        .allMatch(param ->
                                Objects.equals(param.getValue(), call.params().get(param.getKey()))))
                .findFirst()
                .<ReadReply>map(reply -> new ReadReply.Answer(reply.answer()))
                .orElseGet(() -> new ReadReply.Answer(Map.of()));
    }
}
