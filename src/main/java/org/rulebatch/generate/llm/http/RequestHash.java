package org.rulebatch.generate.llm.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulebatch.files.Json;
import org.rulebatch.files.Sha256;
import org.rulebatch.generate.llm.chat.ModelRequest;
import org.rulebatch.generate.llm.chat.Prompt;

/** What a reply is stored under: rule, candidates, wording, schema and model all go into it. */
public final class RequestHash {

    private RequestHash() {}

    /** The SHA-256 of a request to a model, in hexadecimal. */
    public static String of(ModelRequest request, ModelSettings settings) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("version", Prompt.VERSION);
        content.put("model", settings.model());
        content.put("temperature", settings.temperature());
        content.put("effort", settings.effort());
        content.put("output", settings.style().output().name());
        content.put("schema", request.schema());
        content.put("tools", request.tools());
        content.put("system", request.system());
        content.put("turns", request.turns());
        return Sha256.hex(Json.COMPACT.writeValueAsString(content).getBytes(StandardCharsets.UTF_8));
    }
}
