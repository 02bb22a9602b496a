package org.rulebatch.report.entry;

import java.io.IOException;
import java.nio.file.Path;
import org.rulebatch.files.Json;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads a file of rules by service; one rule is in memory at a time. */
public final class RuleEntries {

    /** Receives each rule, in the order of the file. */
    @FunctionalInterface
    public interface Visitor {
        void rule(String service, RuleEntry rule) throws IOException;
    }

    private RuleEntries() {}

    /**
     * Reads {@code requirements_validated.json} or {@code all_validated_requirements.json}.
     *
     * @throws IOException if the file cannot be read, or the visitor throws it
     * @throws tools.jackson.core.JacksonException if it is not such a file
     */
    public static void read(Path file, Visitor visitor) throws IOException {
        try (JsonParser json = Json.COMPACT.createParser(file)) {
            json.nextToken();
            for (String service = json.nextName(); service != null; service = json.nextName()) {
                json.nextToken();
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    visitor.rule(service, json.readValueAs(RuleEntry.class));
                }
            }
        }
    }
}
