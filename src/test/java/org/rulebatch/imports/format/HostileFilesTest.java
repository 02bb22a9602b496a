package org.rulebatch.imports.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Ensures that files made to harm end in a message, and that encodings of spreadsheets are understood. */
final class HostileFilesTest {

    private static final String CSV = "id;title;service\r\n1;S3-Buckets müssen versioned sein;s3\r\n";
    private static final String HEADINGS = Workbook.row(1, "id", "title", "service");

    @TempDir
    private Path folder;

    static Stream<Arguments> hostile() throws IOException {
        String cell = "<row r='2'><c r='%s' t='%s'><v>%s</v></c></row>";
        return Stream.of(
                arguments(
                        "bomb.xlsx",
                        Workbook.of(HEADINGS)
                                .with("xl/media/x.bin", "0".repeat(70 << 20))
                                .bytes(),
                        "unpacks to more than 64 MiB"),
                arguments(
                        "far.xlsx",
                        Workbook.of(HEADINGS + cell.formatted("ZZZZZZ2", "n", "1"))
                                .bytes(),
                        "a cell is at 'ZZZZZZ2'"),
                arguments(
                        "shared.xlsx",
                        Workbook.of(HEADINGS + cell.formatted("A2", "s", "999999999"))
                                .bytes(),
                        "a text that is not there"),
                arguments(
                        "negative.xlsx",
                        Workbook.of(HEADINGS + cell.formatted("A2", "s", "-1")).bytes(),
                        "refers to the text '-1'"),
                arguments(
                        "entities.xlsx",
                        Workbook.of(HEADINGS)
                                .with("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>")
                                .bytes(),
                        "document type"),
                arguments("no.xlsx", "no ZIP file".getBytes(StandardCharsets.UTF_8), "no workbook that can be read"),
                arguments(
                        "old.xls",
                        new byte[] {
                            (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
                        },
                        "an old .xls"),
                arguments(
                        "long.csv",
                        ("id,title\n" + "1,x\n".repeat(20_001)).getBytes(StandardCharsets.UTF_8),
                        "more than 20000 rows"),
                arguments("wide.csv", ("id,title" + ",x".repeat(600)).getBytes(StandardCharsets.UTF_8), "500 columns"),
                arguments(
                        "large.csv",
                        ("id,title\n" + "x".repeat(17 << 20)).getBytes(StandardCharsets.UTF_8),
                        "larger than 16 MiB"),
                arguments("deep.yaml", "[".repeat(5_000).getBytes(StandardCharsets.UTF_8), "nested deeper"),
                arguments("aliases.yaml", "a: &a [1]\nb: *a\n".getBytes(StandardCharsets.UTF_8), "an alias"),
                arguments("deep.json", "[".repeat(100_000).getBytes(StandardCharsets.UTF_8), "no JSON"),
                arguments(
                        "deep.pp",
                        "a = ".concat("[".repeat(100_000)).getBytes(StandardCharsets.UTF_8),
                        "nested deeper than 40"),
                arguments(
                        "open.pp",
                        "control \"x\" {\n title = \"never ends\n".getBytes(StandardCharsets.UTF_8),
                        "a text ends without a quote"),
                arguments(
                        "heredoc.pp",
                        "control \"x\" {\n title = <<EOT\nnever\n".getBytes(StandardCharsets.UTF_8),
                        "does not end"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void whatIsMadeToHarmEndsInAMessage(String name, byte[] content, String message) throws IOException {
        Source source = source(name, content);

        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> Formats.recognized(source))
                .withMessageContaining(message);
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                arguments(StandardCharsets.UTF_8, CSV),
                arguments(StandardCharsets.UTF_8, "\uFEFF" + CSV),
                arguments(StandardCharsets.UTF_16, CSV),
                arguments(StandardCharsets.UTF_16LE, "\uFEFF" + CSV),
                arguments(StandardCharsets.UTF_16LE, CSV),
                arguments(StandardCharsets.UTF_16BE, CSV),
                arguments(Charset.forName("windows-1252"), CSV));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("encodings")
    void theEncodingsOfSpreadsheetsAreUnderstood(Charset charset, String text) throws IOException {
        assertThat(title(source("own.csv", text.getBytes(charset)))).isEqualTo("S3-Buckets müssen versioned sein");
    }

    @Test
    void ofAWorkbookEverySheetWithHeadingsIsReadAndOfAFormulaItsValue() throws IOException {
        String rows = Workbook.row(1, "Controls of ours")
                + Workbook.row(3, "id", "title", "service")
                + "<row r='4'><c r='A4' t='s'><v>0</v></c><c r='B4' t='str'><f>A1&amp;B1</f><v>Buckets must be versioned</v></c></row>";

        Source source = source("own.xlsx", Workbook.of(rows).bytes());

        assertThat(Formats.recognized(source)).isEqualTo(Optional.of("xlsx"));
        assertThat(title(source)).isEqualTo("Buckets must be versioned");
    }

    private static String title(Source source) {
        ImportLog log = new ImportLog();
        Formats.read(Formats.recognized(source).orElseThrow(), source, log);
        assertThat(log.problems()).isEmpty();
        return log.rules().get(0).title();
    }

    private Source source(String name, byte[] content) throws IOException {
        return new Source(Files.write(folder.resolve(name), content), Table.Options.NONE);
    }
}
