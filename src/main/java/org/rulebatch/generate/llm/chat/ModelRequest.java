package org.rulebatch.generate.llm.chat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulebatch.files.Json;
import org.rulebatch.generate.llm.http.ModelSettings;

/**
 * One call: everything that shapes the reply.
 *
 * @param schema the JSON schema of the reply
 * @param tools whether tools are offered
 */
public record ModelRequest(String system, List<Turn> turns, String schema, boolean tools) {

    public ModelRequest {
        turns = List.copyOf(turns);
    }

    /** All text that is sent, for counting tokens. */
    public String text() {
        return system
                + turns.stream().map(Turn::toString).collect(Collectors.joining("\n"))
                + schema
                + (tools ? Tools.TEXT : "");
    }

    /** What the reply is stored under: rule, candidates, wording, schema and model all go into it. */
    public String sha256(ModelSettings settings) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("version", Prompt.VERSION);
        content.put("model", settings.model());
        content.put("temperature", settings.temperature());
        content.put("output", settings.style().output().name());
        content.put("schema", schema);
        content.put("tools", tools);
        content.put("system", system);
        content.put("turns", turns);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(Json.COMPACT.writeValueAsString(content).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
