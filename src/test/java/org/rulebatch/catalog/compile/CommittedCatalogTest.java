package org.rulebatch.catalog.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.catalog.Fixtures;

/** Ensures that the committed catalog is what the compiler makes of the real models, where these are at hand. */
final class CommittedCatalogTest {

    private static final Path MODELS = Path.of("../shared/data/botocore/botocore-1.43.67-data.tar.xz");

    @Test
    void recompilesAServiceToTheCommittedFacts(@TempDir Path folder) throws IOException {
        assumeThat(MODELS).exists();
        unpack("accessanalyzer", folder.resolve("data"));

        new CatalogCompiler().compile(folder.resolve("data"), folder.resolve("catalog"));

        for (String file : List.of("accessanalyzer.json.gz", "endpoints/accessanalyzer.json.gz")) {
            String compiled = Fixtures.unzipped(
                    Files.newInputStream(folder.resolve("catalog").resolve(file)));
            InputStream committed = CatalogCompiler.class.getResourceAsStream("/catalog/" + file);
            assertThat(compiled).isEqualTo(Fixtures.unzipped(committed));
        }
    }

    private static void unpack(String client, Path data) throws IOException {
        try (InputStream file = Files.newInputStream(MODELS);
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(file))) {
            boolean found = false;
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                boolean wanted = entry.isFile() && entry.getName().contains("/data/" + client + "/");
                if (found && !wanted) {
                    return;
                }
                if (wanted) {
                    found = true;
                    Path target = data.resolve(Path.of(entry.getName()).subpath(2, 5));
                    Files.createDirectories(target.getParent());
                    Files.copy(tar, target);
                }
            }
        }
    }
}
