package org.rulebatch.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.yaml.YamlDocument;
import tools.jackson.databind.JsonNode;

/** Ensures that the sentences of {@code reading/tables} are read as their tables say. */
final class ReadingTableTest {

    private static final Reader READER = new Reader(Boilerplate.none());
    private static final Lexicon LEXICON = Lexicon.bundled();

    @TestFactory
    Stream<DynamicNode> tables() {
        return Stream.of(
                        "subject",
                        "population",
                        "property",
                        "polarity",
                        "measure",
                        "values",
                        "quantifier",
                        "joint",
                        "exception",
                        "purpose",
                        "existence",
                        "form",
                        "contradiction",
                        "description")
                .map(kind -> DynamicContainer.dynamicContainer(kind, tests(kind)));
    }

    private static Stream<DynamicTest> tests(String kind) {
        JsonNode root = table(kind).root();
        List<DynamicTest> tests = new ArrayList<>();
        for (String half : List.of("first", "second")) {
            for (JsonNode entry : root.path(half)) {
                if (kind.equals("form")) {
                    entry.path("texts").forEach(text -> tests.add(test(half, text.asString(), entry.path("same"), "")));
                } else {
                    String text = entry.has("text")
                            ? entry.path("text").asString()
                            : entry.path("title").asString();
                    tests.add(test(half, text, entry, entry.path("description").asString("")));
                }
            }
        }
        return tests.stream();
    }

    private static DynamicTest test(String half, String text, JsonNode expected, String description) {
        return DynamicTest.dynamicTest(half + ": " + text, () -> check(text, expected, description));
    }

    private static void check(String text, JsonNode expected, String description) {
        String id = expected.path("rule_id").asString("aws.x.y.r1");
        boolean asks = expected.has("asks");
        RuleReading reading = READER.read(
                new RuleMetadata(id, "x", "y", "", asks ? "" : text, asks ? text : description, "", "", "medium"));
        expected.forEachEntry((key, value) -> {
            switch (key) {
                case "subject" ->
                    assertThat(words(reading, Part.Subject.class)).as("subject").isEqualTo(plain(value));
                case "population" ->
                    assertThat(words(reading, Part.Population.class))
                            .as("population")
                            .isEqualTo(plain(value));
                case "property" ->
                    assertThat(words(reading, Part.Property.class))
                            .as("property")
                            .isEqualTo(plain(value));
                case "exception" ->
                    assertThat(words(reading, Part.Exemption.class))
                            .as("exception")
                            .isEqualTo(plain(value));
                case "purpose" ->
                    assertThat(words(reading, Part.Purpose.class)).as("purpose").isEqualTo(plain(value));
                case "wanted" ->
                    assertThat(reading.normClauses().get(0).wanted())
                            .as("wanted")
                            .isEqualTo(value.asBoolean());
                case "measure" -> assertThat(measures(reading)).as("measure").isEqualTo(List.of(value.asString()));
                case "values" -> assertThat(values(reading)).as("values").isEqualTo(strings(value));
                case "quantifier" ->
                    assertThat(amounts(reading)).as("quantifier").isEqualTo(strings(value));
                case "joint" ->
                    assertThat(joints(reading, text))
                            .as("joint")
                            .isEqualTo(strings(value).stream()
                                    .map(ReadingTableTest::plainJoint)
                                    .toList());
                case "existence" ->
                    assertThat(reading.normClauses().get(0).asksExistence())
                            .as("existence")
                            .isEqualTo(value.asBoolean());
                case "contradiction" ->
                    assertThat(contradictions(reading)).as("contradiction").isEqualTo(strings(value));
                case "asks" -> assertThat(reading.silent().isEmpty()).as("asks").isEqualTo(value.asBoolean());
                case "text", "title", "description", "rule_id" -> {}
                default -> throw new IllegalArgumentException("no test of '" + key + "'");
            }
        });
    }

    private static String words(RuleReading reading, Class<? extends Part> kind) {
        return reading.contentWords().stream()
                .filter(word -> kind.isInstance(word.part()))
                .map(ContentWord::lemma)
                .collect(Collectors.joining(" "));
    }

    private static String plain(JsonNode text) {
        return plain(text.asString());
    }

    private static String plain(String text) {
        return LEXICON.tokenizer.tokens(text).stream()
                .filter(token -> token.value() != null
                        || token.isWord() && !LEXICON.is("fillers", token) && !token.is("without"))
                .map(Token::lemma)
                .collect(Collectors.joining(" "));
    }

    private static String plainJoint(String joint) {
        String[] two = joint.split(": ");
        return two[0] + ": "
                + Arrays.stream(two[1].split(" \\| "))
                        .map(ReadingTableTest::plain)
                        .collect(Collectors.joining(" | "));
    }

    private static List<String> measures(RuleReading reading) {
        return reading.parts(Part.Measure.class)
                .map(each ->
                        each.comparison().sign() + " " + String.join(" ", each.numbers()) + " " + lower(each.unit()))
                .toList();
    }

    private static List<String> values(RuleReading reading) {
        return reading.parts(Part.Values.class)
                .map(each -> lower(each.kind()) + ": " + String.join(" ", each.values()))
                .toList();
    }

    private static List<String> amounts(RuleReading reading) {
        return reading.parts(Part.Quantifier.class)
                .map(each -> each.amount() == Amount.AT_LEAST_ONE
                        ? "at least 1"
                        : lower(each.amount()).replace('_', ' '))
                .toList();
    }

    private static List<String> joints(RuleReading reading, String text) {
        return reading.parts(Part.Joint.class)
                .map(each -> lower(each.joining()) + ": "
                        + each.things().stream()
                                .map(thing -> plain(thing.in(text)))
                                .collect(Collectors.joining(" | ")))
                .toList();
    }

    private static List<String> contradictions(RuleReading reading) {
        return reading.contradictions().stream()
                .map(each -> lower(each.kind()) + " " + lower(each.second().source()))
                .toList();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> strings(JsonNode list) {
        List<String> strings = new ArrayList<>();
        list.forEach(each -> strings.add(each.asString()));
        return strings;
    }

    private static YamlDocument table(String kind) {
        String name = "/reading/tables/" + kind + ".yaml";
        try (InputStream in = Objects.requireNonNull(ReadingTableTest.class.getResourceAsStream(name), name)) {
            return YamlDocument.read(name, in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
