package org.rulebatch.catalog.compile;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rulebatch.catalog.CatalogException;

/** The place models come from: folders {@code <client>/<api version>/} on disk, in a wheel or out of an archive. */
final class ModelSource implements AutoCloseable {

    private final Path data;
    private final String version;
    private final AutoCloseable onClose;

    private ModelSource(Path data, String version, AutoCloseable onClose) {
        this.data = data;
        this.version = version;
        this.onClose = onClose;
    }

    static ModelSource open(Path from) throws IOException {
        String name = name(from);
        if (Files.isDirectory(from)) {
            return new ModelSource(dataFolder(from, from), BotocoreVersion.of(from, from), () -> {});
        }
        if (!Files.isRegularFile(from)) {
            throw new CatalogException(
                    "No botocore models at " + from + ": no such file or folder; name a wheel or data folder.");
        }
        if (name.endsWith(".whl") || name.endsWith(".zip")) {
            FileSystem zip = FileSystems.newFileSystem(from);
            Path root = zip.getPath("/");
            return new ModelSource(dataFolder(root, from), BotocoreVersion.of(root, from), zip);
        }
        UnpackedArchive archive = UnpackedArchive.of(from);
        return new ModelSource(archive.folder(), BotocoreVersion.of(archive.folder(), from), archive);
    }

    /** The version without the word botocore, {@code unknown} if nothing tells it. */
    String version() {
        return version;
    }

    /** The newest API version of each client, sorted by client. */
    List<ModelFolder> newestModels() throws IOException {
        List<ModelFolder> newest = new ArrayList<>();
        for (Path client : subfolders(data)) {
            newestOf(client).ifPresent(newest::add);
        }
        if (newest.isEmpty()) {
            throw new CatalogException("No service-2.json in " + data + "; name a botocore wheel or data folder.");
        }
        newest.sort(comparing(ModelFolder::client));
        return newest;
    }

    private static Optional<ModelFolder> newestOf(Path client) throws IOException {
        return subfolders(client).stream()
                .map(version -> new ModelFolder(name(client), version))
                .filter(ModelFolder::isModel)
                .max(comparing(folder -> name(folder.path())));
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName()).replace("/", "");
    }

    private static Path dataFolder(Path root, Path from) throws IOException {
        List<Path> candidates = new ArrayList<>(List.of(root, root.resolve("data"), root.resolve("botocore/data")));
        for (Path folder : subfolders(root)) {
            candidates.add(folder.resolve("botocore/data"));
        }
        for (Path candidate : candidates) {
            if (holdsModels(candidate)) {
                return candidate;
            }
        }
        throw new CatalogException("No botocore models in " + from
                + ": looked for <client>/<api version>/service-2.json there, in data and in botocore/data.");
    }

    private static boolean holdsModels(Path folder) throws IOException {
        for (Path client : subfolders(folder)) {
            if (newestOf(client).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static List<Path> subfolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(Files::isDirectory).sorted().toList();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            onClose.close();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
