package org.rulebatch.generate.replies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rulebatch.generate.embedded.Hint;
import org.rulebatch.requirement.Operator;

/** Ensures that every usable answer of a file is used, and that the others are named with their place. */
final class RecordedRepliesTest {

    static final Path FILE = Path.of("src/test/resources/replies/recorded.json");

    @TempDir
    private Path folder;

    @Test
    void readsWhatWasAnswered() throws IOException {
        RecordedReplies replies = RecordedReplies.read(FILE);

        assertThat(replies.size()).isEqualTo(3);
        assertThat(replies.of("aws.s3.bucket.versioning_enabled"))
                .contains(new Hint(List.of(new Hint.Named("status", Operator.EQUALS, "Enabled"))));
        assertThat(replies.of("aws.s3.bucket.policy_not_public").orElseThrow().fields())
                .isEmpty();
        assertThat(replies.of("aws.s3.bucket.unheard_of")).isEmpty();
    }

    @Test
    void namesEveryEntryThatCannotBeUsedWithItsLine() throws IOException {
        RecordedReplies replies = RecordedReplies.read(FILE);

        assertThat(replies.problems())
                .containsExactly(
                        FILE
                                + ":30: aws.s3.bucket.acls_disabled has no list ai_generated_requirements.fields; it is left out",
                        FILE + ":31: an entry of 's3' has no usable rule_id ('../etc'); it is left out",
                        FILE
                                + ":32: aws.s3.bucket.no_name has a field without boto3_python_field; the rule is left out",
                        FILE + ":36: aws.s3.bucket.wrong_operator: 'equal' is no operator, did you mean 'equals'?;"
                                + " the rule is left out",
                        FILE
                                + ":40: aws.s3.bucket.policy_not_public is answered a second time; the answer of line 26 is used",
                        FILE + ":41: an entry of 's3' has no usable rule_id (''); it is left out",
                        FILE + ":43: 'ec2' is no list of rules; a file of replies maps each service to a list of rules,"
                                + " each with rule_id and ai_generated_requirements.fields");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    [1, 2]           | :1: a file of replies maps each service to a list of rules
                    {"s3": [{"rule_i | :1: this is no JSON
                    {}               | :1: there is no answer in it
                    """)
    void refusesAFileThatIsNotInThisForm(String text, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("replies.json"), text);

        assertThatThrownBy(() -> RecordedReplies.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + message);
    }

    @Test
    void hasAnotherHashForAnotherFile() throws IOException {
        Path other = Files.writeString(folder.resolve("replies.json"), Files.readString(FILE) + "\n");

        String hash = RecordedReplies.read(FILE).hash();

        assertThat(hash)
                .matches("[0-9a-f]{64}")
                .isEqualTo(RecordedReplies.read(FILE).hash());
        assertThat(RecordedReplies.read(other).hash()).isNotEqualTo(hash);
    }
}
