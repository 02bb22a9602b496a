package org.rulebatch.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.rulebatch.files.Json;
import tools.jackson.databind.JsonNode;

/** How a process of the jar ended, and what it said. */
record Ended(int code, String out, String err) {

    private static final Pattern GENERATED = Pattern.compile("(?m)^DEBUG ServiceWork: generates (\\S+)$");

    /** Asserts the exit code; says what was printed where it is another. */
    Ended with(int expected) {
        assertThat(code)
                .as(() -> "exit code of a process that said\n" + out + err)
                .isEqualTo(expected);
        return this;
    }

    /** Asserts that a text stands in what was printed. */
    Ended saying(String... texts) {
        assertThat(out + err).contains(texts);
        return this;
    }

    Ended silentAbout(String text) {
        assertThat(out + err).doesNotContain(text);
        return this;
    }

    JsonNode json() {
        return Json.COMPACT.readTree(out);
    }

    /** The services that it began to generate, in that order. */
    List<String> generated() {
        return GENERATED.matcher(err).results().map(match -> match.group(1)).toList();
    }
}
