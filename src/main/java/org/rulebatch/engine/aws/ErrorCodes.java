package org.rulebatch.engine.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rulebatch.engine.EngineFiles;
import org.rulebatch.engine.ErrorType;
import tools.jackson.databind.JsonNode;

/** What the error codes of AWS mean for a run, by {@code engine/error-types.yaml}. */
final class ErrorCodes {

    private record Entry(Pattern code, ErrorType type) {}

    private final List<Entry> entries = new ArrayList<>();

    ErrorCodes() {
        for (JsonNode entry : EngineFiles.entries("error-types.yaml")) {
            ErrorType type = ErrorType.valueOf(entry.path("type").asString().toUpperCase(Locale.ROOT));
            for (String code : EngineFiles.texts(entry, "codes")) {
                entries.add(new Entry(Pattern.compile(code.replace("*", "\\w*")), type));
            }
        }
    }

    Optional<ErrorType> type(String code) {
        return entries.stream()
                .filter(entry -> entry.code().matcher(code).matches())
                .map(Entry::type)
                .findFirst();
    }
}
