package org.rulebatch.catalog.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.catalog.CatalogException;
import org.rulebatch.catalog.Fixtures;

/** Ensures that models are found in each form botocore comes in. */
final class ModelSourceTest {

    private static final Path DATA = Fixtures.zooModels().resolve("data");

    @TempDir
    private Path folder;

    @Test
    void readsADataFolderByItself() throws IOException {
        assertZoo(DATA, "9.9.9");
    }

    @Test
    void readsAWheelWithGzippedModels() throws IOException {
        Path wheel = folder.resolve("renamed.whl");
        try (FileSystem zip = FileSystems.newFileSystem(wheel, Map.of("create", "true"))) {
            Files.createDirectories(zip.getPath("/botocore-8.7.6.dist-info"));
            for (Path file : models()) {
                Path target = zip.getPath("/botocore/data/" + DATA.relativize(file) + ".gz");
                Files.createDirectories(target.getParent());
                try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(target))) {
                    Files.copy(file, out);
                }
            }
        }
        assertZoo(wheel, "8.7.6");
    }

    @Test
    void readsACompressedArchive() throws IOException {
        Path zipped = folder.resolve("botocore-1.2.3-data.tar.gz");
        archive(new GZIPOutputStream(Files.newOutputStream(zipped)));
        Path packed = folder.resolve("botocore-4.5.6-data.tar.xz");
        archive(new XZCompressorOutputStream(Files.newOutputStream(packed)));

        assertZoo(zipped, "1.2.3");
        assertZoo(packed, "4.5.6");
    }

    @Test
    void refusesAnUnknownKindOfFile() throws IOException {
        Path file = Files.writeString(folder.resolve("models.rar"), "");

        assertThatThrownBy(() -> ModelSource.open(file))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("neither a folder nor a .whl");
    }

    private static void assertZoo(Path from, String version) throws IOException {
        try (ModelSource source = ModelSource.open(from)) {
            assertThat(source.version()).isEqualTo(version);
            ModelFolder zoo = source.newestModels().get(0);
            assertThat(zoo.client()).isEqualTo("zoo");
            assertThat(zoo.service().at("metadata").text("serviceId")).isEqualTo("Zoo");
            assertThat(zoo.pagination().at("ListCages").texts("non_aggregate_keys"))
                    .containsExactly("Zoo");
        }
    }

    private static void archive(OutputStream file) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(file)) {
            for (Path model : models()) {
                tar.putArchiveEntry(new TarArchiveEntry(model.toFile(), "any/../where/" + DATA.relativize(model)));
                Files.copy(model, tar);
                tar.closeArchiveEntry();
            }
        }
    }

    private static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.walk(DATA)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
