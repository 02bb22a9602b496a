package org.rulebatch.generate.replies;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.files.Printable;
import org.rulebatch.generate.embedded.Hint;
import org.rulebatch.metadata.Names;
import org.rulebatch.requirement.Operator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a file of answers entry by entry, so that each has its line. */
final class ReplyFileReader {

    private static final String FORM = "a file of replies maps each service to a list of rules, each with rule_id and"
            + " ai_generated_requirements.fields";

    /** Reads one value out of a longer document. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path file;
    private final Map<String, RecordedReply> replies = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    ReplyFileReader(Path file) {
        this.file = file;
    }

    Map<String, RecordedReply> replies() {
        return replies;
    }

    List<String> problems() {
        return problems;
    }

    void read(byte[] json) {
        try (JsonParser parser = MAPPER.createParser(json)) {
            services(parser);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new IllegalArgumentException(place(line) + "this is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private void services(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException(place(1) + FORM + "; this one holds something else");
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String service = Printable.name(parser.currentName());
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    int line = parser.currentTokenLocation().getLineNr();
                    JsonNode entry = MAPPER.readTree(parser);
                    entry(service, entry, line);
                }
            } else {
                int line = parser.currentTokenLocation().getLineNr();
                problems.add(place(line) + "'" + service + "' is no list of rules; " + FORM);
                parser.skipChildren();
            }
        }
        if (replies.isEmpty() && problems.isEmpty()) {
            throw new IllegalArgumentException(place(1) + "there is no answer in it; " + FORM);
        }
    }

    private void entry(String service, JsonNode entry, int line) {
        String id = entry.path("rule_id").asString("");
        JsonNode fields = entry.path("ai_generated_requirements").path("fields");
        if (!Names.isRuleId(id)) {
            problems.add(place(line) + "an entry of '" + service + "' has no usable rule_id ('" + Printable.name(id)
                    + "'); it is left out");
        } else if (!fields.isArray()) {
            problems.add(place(line) + id + " has no list ai_generated_requirements.fields; it is left out");
        } else if (replies.containsKey(id)) {
            problems.add(place(line) + id + " is answered a second time; the answer of line "
                    + replies.get(id).line() + " is used");
        } else {
            fields(id, fields, line).ifPresent(read -> replies.put(id, new RecordedReply(id, new Hint(read), line)));
        }
    }

    private Optional<List<Hint.Named>> fields(String id, JsonNode fields, int line) {
        List<Hint.Named> read = new ArrayList<>();
        for (JsonNode field : fields) {
            String name = field.path("boto3_python_field").asString("").strip();
            String word = field.path("operator").asString("").strip();
            Optional<Operator> operator = Operator.of(word);
            if (name.isEmpty()) {
                problems.add(place(line) + id + " has a field without boto3_python_field; the rule is left out");
                return Optional.empty();
            }
            if (operator.isEmpty()) {
                problems.add(place(line) + id + ": '" + Printable.name(word) + "' is no operator" + nearest(word)
                        + "; the rule is left out");
                return Optional.empty();
            }
            Object value = plain(field.path("boto3_python_field_expected_values"));
            read.add(new Hint.Named(name, operator.get(), value));
        }
        return Optional.of(read);
    }

    private static String nearest(String word) {
        List<String> known =
                Arrays.stream(Operator.values()).map(Operator::wireName).toList();
        return Nearest.to(word, known)
                .map(name -> ", did you mean '" + name + "'?")
                .orElse("");
    }

    private static @Nullable Object plain(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? null : MAPPER.treeToValue(value, Object.class);
    }

    private String place(int line) {
        return file + ":" + line + ": ";
    }
}
