package org.rulebatch.generate.llm.chat;

import java.util.List;
import org.rulebatch.files.Json;
import org.rulebatch.generate.llm.cost.Usage;

/**
 * A reply as it arrived, before anybody has made sense of it.
 *
 * @param model that answered, as it calls itself
 * @param text empty where there is none
 * @param calls of tools, with their arguments as JSON
 * @param finish {@code stop}, {@code length}, {@code content_filter}, {@code refusal}, {@code too_long}, {@code no_completion}, …
 */
public record ModelReply(String model, String text, List<Lookup> calls, String finish, Usage usage) {

    public static final String STOP = "stop";
    static final String LENGTH = "length";
    public static final String FILTERED = "content_filter";
    public static final String REFUSED = "refusal";
    public static final String TOO_LONG = "too_long";
    /** It came as JSON that is not a chat completion. */
    public static final String NO_COMPLETION = "no_completion";

    /** More is no reply to any of our questions. */
    public static final int MOST_BYTES = 512 * 1024;

    public ModelReply {
        calls = List.copyOf(calls);
    }

    /** The reply as it is stored. */
    public String json() {
        return Json.COMPACT.writeValueAsString(this);
    }

    public static ModelReply of(String json) {
        return Json.COMPACT.readValue(json, ModelReply.class);
    }
}
