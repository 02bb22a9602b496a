package org.rulebatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.store.InputException;
import org.rulebatch.store.OutputFolder;

final class ArchiveTest {

    @TempDir
    private Path folder;

    @Test
    void batchesAndMetadataMoveAndTheSummaryStays() throws IOException {
        // given
        run("complete");

        // when
        Path archive = new Archive(new OutputFolder(folder)).archive();

        // then
        assertThat(archive).isEqualTo(folder.resolve("archive/20260102_030405"));
        assertThat(archive.resolve("batch_001/services.txt")).hasContent("s3");
        assertThat(archive.resolve("batch_1000")).isDirectory();
        assertThat(archive.resolve("run_metadata.json")).exists();
        assertThat(folder.resolve("batch_001")).doesNotExist();
        assertThat(folder.resolve("summary")).isDirectory();
        assertThat(folder.resolve("batch_notes")).isDirectory();
    }

    @Test
    void aRunThatHasNotCompletedIsNotArchived() throws IOException {
        run("failed");
        assertThatThrownBy(() -> new Archive(new OutputFolder(folder)).archive())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is failed, not complete")
                .hasMessageContaining("restart last");
        assertThat(folder.resolve("batch_001")).exists();
    }

    @Test
    void aRunThatIsArchivedAgainGetsAFolderOfItsOwn() throws IOException {
        // given
        run("complete");
        new Archive(new OutputFolder(folder)).archive();
        run("complete");

        // when
        Path second = new Archive(new OutputFolder(folder)).archive();

        // then
        assertThat(second).isEqualTo(folder.resolve("archive/20260102_030405.2"));
        assertThat(second.resolve("batch_001/services.txt")).exists();
    }

    @Test
    void anArchiveThatWasKilledIsFinishedByTheNextArchiving() throws IOException {
        // given: killed after the journal was written
        run("complete");
        Path target = Files.createDirectories(folder.resolve("archive/20260102_030405"));
        new Journal(folder.resolve(".rule-batch/archive.json"))
                .write(List.of(
                        new Move(folder.resolve("batch_001"), target.resolve("batch_001"), null),
                        new Move(folder.resolve("run_metadata.json"), target.resolve("run_metadata.json"), null)));

        // when
        Path archive = new Archive(new OutputFolder(folder)).archive();

        // then
        assertThat(archive).isEqualTo(target.toAbsolutePath());
        assertThat(target.resolve("run_metadata.json")).exists();
        assertThatThrownBy(() -> new Archive(new OutputFolder(folder)).archive())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("There is no run to archive");
    }

    @Test
    void anArchiveThatWasKilledIsFinishedByWhoeverIsNext() throws IOException {
        // given: killed after the journal was written
        run("complete");
        Path target = Files.createDirectories(folder.resolve("archive/20260102_030405"));
        new Journal(folder.resolve(".rule-batch/archive.json"))
                .write(List.of(
                        new Move(folder.resolve("batch_gone"), target.resolve("batch_gone"), null),
                        new Move(folder.resolve("batch_001"), target.resolve("batch_001"), null)));

        // when
        new Archive(new OutputFolder(folder)).finish();

        // then
        assertThat(target.resolve("batch_001/services.txt")).exists();
        assertThat(folder.resolve("batch_001")).doesNotExist();
        assertThat(folder.resolve(".rule-batch/archive.json")).doesNotExist();
    }

    @Test
    void withoutARunThereIsNothingToArchive() {
        assertThatThrownBy(() -> new Archive(new OutputFolder(folder)).archive())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("run_metadata.json is missing");
    }

    private void run(String status) throws IOException {
        for (String name : new String[] {"batch_001", "batch_1000", "batch_notes", "summary"}) {
            Files.createDirectories(folder.resolve(name));
        }
        Files.writeString(folder.resolve("batch_001/services.txt"), "s3");
        Files.writeString(
                folder.resolve("run_metadata.json"),
                "{\"run_id\": \"20260102_030405\", \"status\": \"" + status + "\"}");
    }
}
