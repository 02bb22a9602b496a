package org.rulebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rulebatch.files.Json;
import org.rulebatch.files.Resources;
import org.rulebatch.requirement.Cause;
import tools.jackson.databind.JsonNode;

/** Ensures that docs/writing-rules.md shows sentences that end as it says, and that docs/reasons.md has every reason. */
final class WritingRulesDocTest {

    private static final Pattern AUTOMATED = Pattern.compile("`([^`]+)`: automated");
    private static final Pattern RESERVATION =
            Pattern.compile("(?:reservations\\.add|Optional\\.of)\\(\\(?\"([A-Z][^\".;]*)");
    private static final Path DECISIONS = Path.of("src/main/java/org/rulebatch/generate/embedded/DecisionMaker.java");

    static List<String> sentences() throws IOException {
        return AUTOMATED
                .matcher(Files.readString(Path.of("docs/writing-rules.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void aSentenceOfTheDocsIsAutomated(String sentence) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out, true);

        assertThat(new CommandLineApp(writer, writer).run("try", sentence)).isZero();

        assertThat(out.toString()).contains("\nautomated: ");
    }

    @Test
    void everyCauseIsExplained() throws IOException {
        String text = Files.readString(Path.of("docs/reasons.md"));

        for (Cause cause : Cause.values()) {
            assertThat(text).contains("| `" + cause.wireName() + "` |");
        }
    }

    @Test
    void thePageSaysWhatTheDocumentSays() throws IOException {
        String text = Files.readString(Path.of("docs/reasons.md"));
        JsonNode steps = Json.COMPACT.readTree(Resources.text("report/reasons.json"));

        assertThat(steps).hasSizeGreaterThan(Cause.values().length);
        for (JsonNode step : steps) {
            String row = String.join(
                    " | ",
                    step.path("name").asString(),
                    step.path("means").asString(),
                    step.path("next").asString());
            assertThat(text.replace("`", "")).contains(row.replace("`", ""));
        }
        assertThat(steps.findValuesAsString("name"))
                .containsAll(Stream.of(Cause.values()).map(Cause::wireName).toList());
    }

    @Test
    void everyReservationIsExplained() throws IOException {
        String text = Files.readString(Path.of("docs/reasons.md"));
        List<String> reservations = RESERVATION
                .matcher(Files.readString(DECISIONS))
                .results()
                .map(WritingRulesDocTest::start)
                .toList();

        assertThat(reservations).hasSizeGreaterThan(3);
        assertThat(reservations).allSatisfy(reservation -> assertThat(text).contains("| " + reservation));
    }

    /** The first three words tell them apart. */
    private static String start(MatchResult found) {
        String[] words = found.group(1).strip().split(" ");
        return String.join(" ", List.of(words).subList(0, Math.min(3, words.length)));
    }
}
