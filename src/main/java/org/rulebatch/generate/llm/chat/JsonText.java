package org.rulebatch.generate.llm.chat;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds the JSON object that a model means among what it thought aloud, fences and other words. */
final class JsonText {

    /** What reasoning models put before an answer; a server may have cut off the first half of the mark. */
    private static final Pattern THOUGHT =
            Pattern.compile("(?s)^.*</(think|thinking|thought|reasoning)>|<(think|thinking|thought|reasoning)>.*$");

    /** Places at which an object may begin that are tried; more are prose. */
    private static final int MOST = 200;

    private JsonText() {}

    /** The last object that fills the rest of the text but for a fence or a few words, else the longest there is. */
    static Optional<JsonNode> object(String text) {
        String answer = THOUGHT.matcher(text).replaceAll("");
        return best(answer.isBlank() ? text : answer);
    }

    private static Optional<JsonNode> best(String text) {
        @Nullable JsonNode best = null;
        int longest = 0;
        int tried = 0;
        for (int at = text.indexOf('{'); at >= 0 && tried < MOST; tried++) {
            int end = end(text, at);
            @Nullable JsonNode read = end < 0 ? null : read(text.substring(at, end));
            if (read != null && end - at > longest) {
                best = read;
                longest = end - at;
            }
            at = text.indexOf('{', read == null ? at + 1 : end);
        }
        return Optional.ofNullable(best);
    }

    /** After the brace that closes the one at a place, braces in strings aside; -1 if nothing does. */
    private static int end(String text, int from) {
        int open = 0;
        boolean string = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (string) {
                i += c == '\\' ? 1 : 0;
                string = c != '"';
            } else if (c == '"') {
                string = true;
            } else if (c == '{') {
                open++;
            } else if (c == '}' && --open == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    private static @Nullable JsonNode read(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            return null;
        }
    }
}
