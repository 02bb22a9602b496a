package org.rulebatch.catalog.compile;

import static java.util.Comparator.reverseOrder;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.rulebatch.catalog.CatalogException;

/**
 * The model files of a tar archive in a temporary folder, which is deleted on close. Names in the archive never reach a
 * path as they are: only the parts that match a model's place do.
 */
final class UnpackedArchive implements AutoCloseable {

    private static final Pattern MODEL = Pattern.compile("(?:.*/)?([a-z0-9-]+)/(\\d{4}-\\d{2}-\\d{2})/"
            + "((?:service-2|paginators-1|endpoint-rule-set-1)(?:\\.sdk-extras)?\\.json(?:\\.gz)?)");

    private final Path folder;

    private UnpackedArchive(Path folder) {
        this.folder = folder;
    }

    static UnpackedArchive of(Path archive) throws IOException {
        UnpackedArchive unpacked = new UnpackedArchive(Files.createTempDirectory("botocore-models"));
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(decompressed(archive.toString(), file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpacked.take(entry, tar);
            }
            return unpacked;
        } catch (IOException | RuntimeException e) {
            unpacked.close();
            throw e;
        }
    }

    Path folder() {
        return folder;
    }

    private void take(TarArchiveEntry entry, InputStream content) throws IOException {
        Matcher model = MODEL.matcher(entry.getName());
        if (entry.isFile() && model.matches()) {
            Path target = folder.resolve(model.group(1)).resolve(model.group(2));
            Files.createDirectories(target);
            Files.copy(content, target.resolve(model.group(3)));
        }
    }

    private static InputStream decompressed(String name, InputStream file) throws IOException {
        if (name.endsWith(".xz")) {
            return new XZCompressorInputStream(file);
        }
        if (name.endsWith(".gz") || name.endsWith(".tgz")) {
            return new GzipCompressorInputStream(file);
        }
        if (name.endsWith(".tar")) {
            return file;
        }
        throw new CatalogException("Cannot read models from " + name
                + ": it is neither a folder nor a .whl, .zip, .tar, .tar.gz or .tar.xz file.");
    }

    @Override
    public void close() throws IOException {
        List<Path> paths;
        try (Stream<Path> all = Files.walk(folder)) {
            paths = all.sorted(reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
