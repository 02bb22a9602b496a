package org.rulebatch.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFileTest {

    @TempDir
    private Path folder;

    @Test
    void aFailedWriteLeavesTheOldFileAndNothingElse() throws IOException {
        // given
        Path file = folder.resolve("a.json");
        AtomicFile.write(file, "old");

        // when
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write("half".getBytes());
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");

        // then
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a.json");
    }

    @Test
    void aFullDiskIsNamedAsSuchWhereJacksonWrites() {
        AtomicFile.Content document = Json.document(List.of("a text"));
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("disk full");
            }
        };

        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("a.json"), out -> document.writeTo(full)))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("disk full");
    }

    @Test
    void aFileIsReplacedAsAWhole() throws IOException {
        // given
        Path file = folder.resolve("a.txt");
        AtomicFile.write(file, "a longer old text");

        // when
        AtomicFile.writeDurably(file, out -> out.write("new".getBytes()));

        // then
        assertThat(file).hasContent("new");
    }

    @Test
    void whatKilledWritersLeftIsRemovedAndNothingElse() throws IOException {
        // given
        Files.writeString(folder.resolve(".a.json.tmp"), "half");
        Files.writeString(folder.resolve("notes.tmp"), "a person's");
        Files.writeString(folder.resolve(".hidden"), "a person's");

        // when
        Files.writeString(folder.resolve(".theirs.json.tmp"), "another program's");
        AtomicFile.removeLeftovers(folder, "a.json"::equals);
        AtomicFile.removeLeftovers(folder.resolve("missing"), name -> true);

        // then
        assertThat(names()).containsExactlyInAnyOrder("notes.tmp", ".hidden", ".theirs.json.tmp");
    }

    @Test
    void aLinkInThePlaceOfTheNewFileIsNotFollowed() throws IOException {
        // given
        Path theirs = Files.writeString(folder.resolve("theirs"), "a person's");
        Files.createSymbolicLink(folder.resolve(".a.json.tmp"), theirs);

        // when
        AtomicFile.write(folder.resolve("a.json"), "new");

        // then
        assertThat(theirs).hasContent("a person's");
        assertThat(folder.resolve("a.json")).hasContent("new");
        assertThat(names()).containsExactlyInAnyOrder("theirs", "a.json");
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
