package org.rulebatch.ruleyaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rulebatch.requirement.Cover;
import org.rulebatch.requirement.Operator;
import org.rulebatch.requirement.Piece;
import org.rulebatch.yaml.YamlDocument;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Ensures that readers of YAML 1.1 (snakeyaml, whose rules PyYAML has as well) and of 1.2 (snakeyaml-engine) see what was
 * written, type and all.
 */
final class RuleYamlWriterTest {

    static Stream<String> nasty() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/test/resources/ruleyaml/nasty.txt"));
        return Stream.concat(
                lines.stream(), Stream.of("", " ", " a ", "two\nlines", "ends\n", "tab\there", "a\u0000b", "\u0085"));
    }

    @ParameterizedTest
    @MethodSource("nasty")
    void keepsAText(String text) {
        assertKept(text, text);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 90, Integer.MAX_VALUE})
    void keepsANumber(int number) {
        assertKept("title", number);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsAFlag(boolean flag) {
        assertKept("title", flag);
    }

    private static void assertKept(String title, Object value) {
        String yaml = RuleYamlWriter.write(document(title, value));

        Object older = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        Object newer = new Load(LoadSettings.builder().build()).loadFromString(yaml);

        for (Object root : List.of(older, newer)) {
            assertThat(at(root, "checks", 0, "title")).isEqualTo(title);
            assertThat(at(root, "checks", 0, "conditions", "value")).isEqualTo(value);
            assertThat(at(root, "version")).isEqualTo("1.0");
        }
        assertThat(YamlDocument.parse("x", yaml)
                        .root()
                        .path("checks")
                        .path(0)
                        .path("title")
                        .asString())
                .isEqualTo(title);
        assertThat(RuleYamlWriter.write(document(title, value))).isEqualTo(yaml);
    }

    private static RuleDocument document(String title, Object value) {
        Discovery discovery = new Discovery(
                "aws.s3.list_buckets",
                null,
                "s3",
                "list_buckets",
                Map.of(),
                "list_buckets_response",
                "{{ list_buckets_response.Buckets }}",
                Map.of("Name", "{{ resource.Name }}"));
        Clause clause = new Clause.Leaf("item.Name", Operator.EQUALS, value);
        Check check =
                new Check("aws.s3.bucket.a", title, "medium", "aws.s3.list_buckets", new Demand.Conditions(clause));
        return new RuleDocument("s3", List.of(discovery), List.of(check));
    }

    private static @Nullable Object at(@Nullable Object root, Object... keys) {
        Object here = root;
        for (Object key : keys) {
            here = key instanceof Integer index
                    ? ((List<?>) Objects.requireNonNull(here)).get(index)
                    : ((Map<?, ?>) Objects.requireNonNull(here)).get(key);
        }
        return here;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    item.X == "A"                    | complies: 'item.X == "A"'
                    item.X.matches("^\\\\d+$")         | complies: 'item.X.matches("^\\\\d+$")'
                    item.X == 'A'                    | complies: "item.X == 'A'"
                    item.X == "it's"                 | complies: 'item.X == "it''s"'
                    item.Encrypted                   | complies: item.Encrypted
                    """)
    void anExpressionReadsAsItWasWritten(String expression, String line) {
        Demand demand = new Demand.Expressions(null, Map.of(), Map.of(), expression, List.of());
        Check check = new Check("aws.s3.bucket.a", "A", "medium", "aws.s3.list_buckets", demand);

        List<Discovery> discoveries = document("A", 1).discoveries();
        String yaml = RuleYamlWriter.write(new RuleDocument("s3", discoveries, List.of(check)));

        assertThat(yaml.lines().map(String::strip)).contains(line);
        assertThat(new RuleYamlReader().read(YamlDocument.parse("x", yaml)).checks())
                .containsExactly(check);
    }

    @Test
    void saysWhatEachPieceAnswers() {
        List<Cover> covers = List.of(new Cover("S3 buckets", Piece.FOR_EACH), new Cover("90 days", Piece.PARAMETERS));
        Demand demand = new Demand.Expressions(null, Map.of(), Map.of(), "item.X", covers);
        Check check = new Check("aws.s3.bucket.a", "A", "medium", "aws.s3.list_buckets", demand);

        String yaml =
                RuleYamlWriter.write(new RuleDocument("s3", document("A", 1).discoveries(), List.of(check)));

        assertThat(yaml)
                .contains(
                        "  covers:\n  - text: S3 buckets\n    by: for_each\n  - text: \"90 days\"\n    by: parameters\n");
        assertThat(new RuleYamlReader().read(YamlDocument.parse("x", yaml)).checks())
                .containsExactly(check);
    }

    @Test
    void anExpressionOfSeveralLinesIsABlock() {
        String expression = "item.X == \"A\" &&\nitem.Y";
        Demand demand = new Demand.Expressions(null, Map.of(), Map.of(), expression, List.of());
        Check check = new Check("aws.s3.bucket.a", "A", "medium", "aws.s3.list_buckets", demand);

        List<Discovery> discoveries = document("A", 1).discoveries();
        String yaml = RuleYamlWriter.write(new RuleDocument("s3", discoveries, List.of(check)));

        assertThat(yaml).contains("complies: |-\n    item.X == \"A\" &&\n    item.Y\n");
        assertThat(new RuleYamlReader().read(YamlDocument.parse("x", yaml)).checks())
                .containsExactly(check);
    }

    @Test
    void expressionsComeBackAsTheyWere() throws IOException {
        // given
        YamlDocument run = YamlDocument.read(Path.of("src/test/resources/engine/runs/expressions.yaml"));
        RuleDocument document = new RuleYamlReader()
                .read(YamlDocument.parse("rules", run.root().path("rules").toString()));

        // when
        String written = RuleYamlWriter.write(document);

        // then
        assertThat(written).contains("version: \"2.0\"").contains("size(flow_logs) <= 9");
        assertThat(new RuleYamlReader().read(YamlDocument.parse("written", written)))
                .isEqualTo(document);
    }
}
