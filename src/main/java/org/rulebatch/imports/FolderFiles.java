package org.rulebatch.imports;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rulebatch.imports.format.Formats;

/** The files below a folder that may be of a format by their names; hidden folders and those of dependencies are passed over. */
final class FolderFiles extends SimpleFileVisitor<Path> {

    private static final int MOST = 50_000;

    private final List<Path> files = new ArrayList<>();
    private final Path top;

    private FolderFiles(Path top) {
        this.top = top;
    }

    /**
     * Sorted by path.
     *
     * @throws IOException if there are too many, or a folder cannot be listed
     */
    static List<Path> below(Path folder) throws IOException {
        FolderFiles found = new FolderFiles(folder);
        Files.walkFileTree(folder, found);
        return found.files.stream().sorted().toList();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        String name = String.valueOf(folder.getFileName());
        boolean isPassed = !folder.equals(top) && (name.startsWith(".") || name.equals("node_modules"));
        return isPassed ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (attributes.isRegularFile() && !name.startsWith(".") && Formats.mayBe(name.toLowerCase(Locale.ROOT))) {
            files.add(file);
            if (files.size() > MOST) {
                throw new IOException(top + " holds more than " + MOST + " files; name a folder below it");
            }
        }
        return FileVisitResult.CONTINUE;
    }
}
