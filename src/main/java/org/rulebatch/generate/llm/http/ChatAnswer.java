package org.rulebatch.generate.llm.http;

import java.util.ArrayList;
import java.util.List;
import org.rulebatch.generate.llm.chat.Lookup;
import tools.jackson.databind.JsonNode;

/** What the first choice of a chat completion says, in the forms in which servers say it. */
record ChatAnswer(JsonNode message, String finish) {

    static ChatAnswer of(JsonNode body) {
        JsonNode choice = body.path("choices").path(0);
        return new ChatAnswer(
                choice.path("message"), choice.path("finish_reason").asString(""));
    }

    boolean isThere() {
        return message.isObject();
    }

    /** Why the model did not answer; empty if it did. */
    String refusal() {
        return message.path("refusal").asString("");
    }

    /**
     * Its text. Content may be a list of parts, of which thoughts are no answer; a server that takes thoughts out may take the answer
     * for one, and then content is empty.
     */
    String text() {
        String content = text(message.path("content"));
        if (!content.isBlank() || !calls().isEmpty()) {
            return content;
        }
        String reasoning = text(message.path("reasoning_content"));
        return reasoning.isBlank() ? text(message.path("reasoning")) : reasoning;
    }

    private static String text(JsonNode content) {
        if (!content.isArray()) {
            return content.asString("");
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode part : content) {
            String type = part.path("type").asString("text");
            if (part.isString()) {
                text.append(part.asString());
            } else if (type.equals("text") || type.equals("output_text")) {
                text.append(part.path("text").asString(""));
            }
        }
        return text.toString();
    }

    List<Lookup> calls() {
        List<Lookup> calls = new ArrayList<>();
        for (JsonNode call : message.path("tool_calls")) {
            JsonNode arguments = call.at("/function/arguments");
            calls.add(new Lookup(
                    call.path("id").asString(""),
                    call.at("/function/name").asString(""),
                    arguments.isObject() ? arguments.toString() : arguments.asString("")));
        }
        return calls;
    }
}
