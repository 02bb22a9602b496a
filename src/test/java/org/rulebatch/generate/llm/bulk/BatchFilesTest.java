package org.rulebatch.generate.llm.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.generate.llm.bulk.BatchStore.Result;
import org.rulebatch.generate.llm.http.BoundedLines;

/** Ensures that files of requests stay within what a server takes, and that files of results are read however they are. */
final class BatchFilesTest {

    private static final String ID = "a".repeat(64);

    @TempDir
    private Path folder;

    @Test
    void aFileTakesNoMoreRequestsThanItMay() throws IOException {
        try (BatchFile file = new BatchFile(folder.resolve("f"), new BatchFile.Size(2, 1_000))) {
            assertThat(file.add(waiting("1"))).isTrue();
            assertThat(file.add(waiting("2"))).isTrue();
            assertThat(file.add(waiting("3"))).isFalse();
            assertThat(file.requests()).containsExactly("1", "2");
        }
        assertThat(folder.resolve("f")).hasContent("line 1\nline 2\n");
    }

    @Test
    void aFileGrowsNoLargerThanItMay() throws IOException {
        try (BatchFile file = new BatchFile(folder.resolve("f"), new BatchFile.Size(100, 15))) {
            assertThat(file.add(waiting("1"))).isTrue();
            assertThat(file.add(waiting("2"))).isTrue();
            assertThat(file.add(waiting("3"))).isFalse();
        }
        assertThat(Files.size(folder.resolve("f"))).isEqualTo(14);
    }

    @Test
    void theOutboxHoldsEachRequestOnceAndIsEmptyAfterwards() {
        Outbox outbox = new Outbox(folder);
        outbox.add("1", "{\n  \"model\": \"m\",\n  \"stream\": false\n}");
        outbox.add("1", "{}");
        List<String> lines = new ArrayList<>();

        outbox.empty(waiting -> lines.add(waiting.line()));

        assertThat(lines)
                .containsExactly("{\"custom_id\":\"1\",\"method\":\"POST\",\"url\":\"/v1/chat/completions\","
                        + "\"body\":{\"model\":\"m\"}}");
        assertThat(outbox.size()).isZero();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void readsAnswersErrorsAndWhatWasNotTried() {
        assertThat(read("{\"custom_id\":\"" + ID
                        + "\",\"response\":{\"status_code\":200,\"body\":{\"a\":1}},\"error\":null}"))
                .isEqualTo(new Result(ID, 200, "{\"a\":1}"));
        Result notTried =
                read("{\"custom_id\":\"" + ID + "\",\"response\":null,\"error\":{\"code\":\"batch_expired\"}}");
        assertThat(notTried.status()).isZero();
        assertThat(BatchResults.mayBeAskedAgain(notTried)).isTrue();
        Result overloaded = new Result(ID, 503, "{}");
        assertThat(BatchResults.mayBeAskedAgain(overloaded)).isTrue();
        assertThat(BatchResults.mayBeAskedAgain(new Result(ID, 400, "{}"))).isFalse();
        assertThat(BatchResults.isFatal(new Result(ID, 401, "{}"))).isTrue();
        assertThat(BatchResults.read("no JSON", true)).isEmpty();
    }

    @Test
    void knowsWhoseReplyWasTooLong() throws IOException {
        String text = "{\"id\":\"r\",\"custom_id\":\"" + ID + "\",\"response\":{\"status_code\":200,"
                + "x".repeat(2_000) + "\nnext";
        try (BoundedLines lines =
                new BoundedLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 1_000)) {
            BoundedLines.Line first = lines.next().orElseThrow();

            assertThat(first.complete()).isFalse();
            assertThat(BatchResults.read(first.text(), first.complete())).contains(new Result(ID, 200, ""));
            assertThat(lines.next().orElseThrow()).isEqualTo(new BoundedLines.Line("next", true));
            assertThat(lines.next()).isEmpty();
        }
    }

    private static Result read(String line) {
        return BatchResults.read(line, true).orElseThrow();
    }

    private static Outbox.Waiting waiting(String id) {
        return new Outbox.Waiting(id, "line " + id);
    }
}
