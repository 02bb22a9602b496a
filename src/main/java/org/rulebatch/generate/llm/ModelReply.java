package org.rulebatch.generate.llm;

import java.util.List;
import org.rulebatch.files.Json;

/**
 * A reply as it arrived, before anybody has made sense of it.
 *
 * @param model that answered, as it calls itself
 * @param text empty where there is none
 * @param calls of tools, with their arguments as JSON
 * @param finish {@code stop}, {@code length}, {@code content_filter}, {@code refusal}, {@code too_long}, …
 */
public record ModelReply(String model, String text, List<Lookup> calls, String finish, Usage usage) {

    public static final String STOP = "stop";
    static final String LENGTH = "length";
    static final String FILTERED = "content_filter";
    static final String REFUSED = "refusal";
    static final String TOO_LONG = "too_long";

    public ModelReply {
        calls = List.copyOf(calls);
    }

    /** The reply as it is stored. */
    String json() {
        return Json.COMPACT.writeValueAsString(this);
    }

    static ModelReply of(String json) {
        return Json.COMPACT.readValue(json, ModelReply.class);
    }
}
