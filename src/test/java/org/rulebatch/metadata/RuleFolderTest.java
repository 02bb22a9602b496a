package org.rulebatch.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RuleFolderTest {

    @TempDir
    private Path folder;

    private RuleFolder rules;

    @BeforeEach
    void open() {
        rules = new RuleFolder(folder);
    }

    @Test
    void usableRulesComeInTheOrderOfTheirIds() throws IOException {
        // given
        write("s3/metadata/z.yaml", "rule_id: aws.s3.bucket.a\nservice: s3\ntitle: ' T '\nunknown: [1]\n");
        write("s3/metadata/a.yml", "rule_id: aws.s3.bucket.b\n");
        write("s3/metadata/readme.txt", "no rule");

        // when
        ServiceRules read = rules.read("s3", new HashMap<>());

        // then
        assertThat(read.rules()).extracting(RuleMetadata::ruleId).containsExactly("aws.s3.bucket.a", "aws.s3.bucket.b");
        assertThat(read.rules().get(0).title()).isEqualTo("T");
        assertThat(read.rules().get(1).resource()).isEqualTo("bucket");
        assertThat(read.rules().get(1).severity()).isEqualTo("medium");
        assertThat(read.invalid()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    'title: x'                                      | r                | 1 | rule_id is missing
                    'rule_id: ""'                                   | r                | 1 | rule_id is missing
                    'title: x~rule_id: [a]'                         | r                | 2 | rule_id is missing
                    'title: x~rule_id: ../../etc/passwd'            | r                | 2 | may hold letters
                    'rule_id: a/b'                                  | r                | 1 | may hold letters
                    'rule_id: a..b'                                 | r                | 1 | may hold letters
                    'rule_id: "a\\tb"'                              | r                | 1 | \\u0009
                    'rule_id: aws.x.y~service: ec2'                 | aws.x.y          | 2 | stands in the folder of 's3'
                    'rule_id: a~rule_id: b'                         | r                | 2 | a second time
                    '- a'                                           | r                | 1 | holds no mapping
                    ''                                              | r                | 1 | holds no mapping
                    'rule_id: [unclosed'                            | r                | 1 | ''
                    'a: &x [1]~b: *x'                               | r                | 2 | an alias
                    """)
    void aFileThatCannotBeUsedIsReportedWithItsLine(String text, String id, int line, String reason)
            throws IOException {
        // given
        write("s3/metadata/r.yaml", text.replace("~", "\n"));

        // when
        ServiceRules read = rules.read("s3", new HashMap<>());

        // then
        assertThat(read.rules()).isEmpty();
        assertThat(read.total()).isEqualTo(1);
        InvalidRule invalid = read.invalid().get(0);
        assertThat(invalid.ruleId()).isEqualTo(id);
        assertThat(invalid.line()).isEqualTo(line);
        assertThat(invalid.reason()).contains(reason);
        assertThat(invalid.file()).endsWith("r.yaml");
    }

    @Test
    void theSecondRuleWithAnIdIsInvalidAlsoInAnotherService() throws IOException {
        // given
        write("ec2/metadata/one.yaml", "rule_id: same.id\n");
        write("s3/metadata/two.yaml", "rule_id: same.id\n");
        Map<String, String> seen = new HashMap<>();

        // when
        ServiceRules first = rules.read("ec2", seen);
        ServiceRules second = rules.read("s3", seen);

        // then
        assertThat(first.rules()).hasSize(1);
        assertThat(second.invalid()).singleElement().satisfies(invalid -> assertThat(invalid.reason())
                .contains("the same rule_id stands in")
                .contains("one.yaml"));
    }

    @Test
    void aDirectoryInPlaceOfAFileIsReported() throws IOException {
        // given
        Files.createDirectories(folder.resolve("s3/metadata/d.yaml"));

        // when
        ServiceRules read = rules.read("s3", new HashMap<>());

        // then
        assertThat(read.invalid()).singleElement().satisfies(invalid -> assertThat(invalid.reason())
                .startsWith("is not a regular file"));
    }

    @Test
    void aServiceWithoutMetadataHasNoRules() throws IOException {
        Files.createDirectories(folder.resolve("s3"));
        assertThat(rules.services()).containsExactly("s3");
        assertThat(rules.read("s3", new HashMap<>()).total()).isZero();
    }

    @Test
    void rulesBelowAFolderThatCannotBeAServiceAreNotLost() throws IOException {
        // given
        write("Bad\u0007Name/metadata/r.yaml", "rule_id: aws.x.y\n");
        write("s3/metadata/r.yaml", "rule_id: aws.s3.y\n");

        // when
        List<InvalidRule> strays = rules.strays();

        // then
        assertThat(rules.services()).containsExactly("s3");
        assertThat(strays).singleElement().satisfies(stray -> {
            assertThat(stray.service()).isEqualTo("Bad\\u0007Name");
            assertThat(stray.file()).doesNotContain("\u0007");
            assertThat(stray.reason()).contains("lower-case letters");
        });
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
