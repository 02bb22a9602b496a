package org.rulebatch.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder that only its owner may look into, whatever the umask, where the file system knows owners. On other file systems it is
 * a folder like any other.
 */
public final class PrivateFolder {

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private PrivateFolder() {}

    /** Makes the folder where it is missing, and closes one that was open to others, with all that it holds. */
    public static void make(Path folder) throws IOException {
        boolean isNew = !Files.isDirectory(folder);
        Files.createDirectories(folder);
        if (isNew || isOpen(folder, FOLDER)) {
            close(folder, FOLDER);
            closeAll(folder, Integer.MAX_VALUE);
        }
    }

    /** Closes the files that have come into the folder since it was made, but not those in its own folders. */
    public static void closeFiles(Path folder) throws IOException {
        closeAll(folder, 1);
    }

    private static void closeAll(Path folder, int depth) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder, depth)) {
            all = found.toList();
        }
        for (Path each : all) {
            if (Files.isDirectory(each)) {
                close(each, FOLDER);
            } else if (Files.isRegularFile(each)) {
                close(each, FILE);
            }
        }
    }

    private static void close(Path path, Set<PosixFilePermission> to) throws IOException {
        if (!isOpen(path, to)) {
            return;
        }
        try {
            Files.setPosixFilePermissions(path, to);
        } catch (FileSystemException e) {
            // A file system that keeps no permissions, a file that has just gone, or one of another user's, who decides
            // about it.
            return;
        }
    }

    private static boolean isOpen(Path path, Set<PosixFilePermission> to) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix")
                && Files.exists(path)
                && !Files.getPosixFilePermissions(path).equals(to);
    }
}
