package org.rulebatch.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rulebatch.engine.ReadReply.Answer;
import org.rulebatch.engine.ReadReply.Failure;
import org.rulebatch.knowledge.Knowledge;
import tools.jackson.databind.JsonNode;

/**
 * Answers what a file says, and fails on any other call. An answer stands under its method, followed by values of its parameters
 * where several reads share the method; {@code {failed: Code}} is a read that fails.
 *
 * @param client whose methods stand without a client
 * @param own answers that come before the shared ones
 */
record StatedAnswers(String client, JsonNode own, JsonNode shared) implements ReadClient {

    private static final NotConfigured NOT_CONFIGURED = new NotConfigured(Knowledge.bundled());

    /** A verdict in a word, and the last part of its resource's name. */
    static String line(Verdict verdict) {
        String resource = String.valueOf(verdict.resource()).replaceAll(".*[:/]", "");
        return (verdict.status() + " " + resource).strip();
    }

    @Override
    public ReadReply read(ReadCall call) {
        if (call.action().equals("get_caller_identity")) {
            return new Answer(Map.of("Account", "123456789012"));
        }
        JsonNode reply = Stream.of(own, shared)
                .flatMap(answers -> answers.properties().stream()
                        .filter(answer -> isFor(call, answer.getKey()))
                        .max(Comparator.comparing(answer -> answer.getKey().length()))
                        .stream())
                .findFirst()
                .map(Map.Entry::getValue)
                .orElseThrow(() -> new AssertionError("no answer to " + call));
        String code = reply.path("failed").asString("");
        if (code.isEmpty()) {
            return new Answer(Documents.map(reply));
        }
        return NOT_CONFIGURED.means(call.client(), call.action(), code)
                ? new ReadReply.NotConfigured(code)
                : new Failure(ErrorType.ACCESS_DENIED, code, "refused");
    }

    private boolean isFor(ReadCall call, String key) {
        List<String> parts = Arrays.asList(key.split(" "));
        String method = parts.get(0).contains(".") ? parts.get(0) : client + "." + parts.get(0);
        return method.equals(call.client() + "." + call.action())
                && texts(call.params().values()).containsAll(parts.subList(1, parts.size()));
    }

    private static Set<String> texts(Collection<Object> values) {
        return values.stream().map(Object::toString).collect(Collectors.toSet());
    }
}
