package org.rulebatch.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.core.exc.JacksonIOException;

/**
 * Writes a file beside its final name and moves it into place. A process that is killed leaves the old file, and at most
 * a file named {@code .<name>.tmp}, which the next writer of that name replaces; a link of that name is not followed. One
 * writer a name at a time.
 */
public final class AtomicFile {

    private static final String SUFFIX = ".tmp";

    /** Writes a file's content. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes a file that may be lost, old or new, with the machine's power, but never cut.
     *
     * @throws IOException if it cannot be written; the old file is untouched
     */
    public static void write(Path file, Content content) throws IOException {
        write(file, content, false);
    }

    /** Writes a file that is on the disk when this returns. */
    public static void writeDurably(Path file, Content content) throws IOException {
        write(file, content, true);
        syncFolder(file);
    }

    /** Writes a text in UTF-8. */
    public static void write(Path file, String text) throws IOException {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Removes what killed writers left in a folder; nothing happens if there is no such folder.
     *
     * @param ours says of a name whether this program writes files of it; what others left stays
     */
    public static void removeLeftovers(Path folder, Predicate<String> ours) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> leftovers;
        try (Stream<Path> files = Files.list(folder)) {
            leftovers = files.filter(file -> isLeftover(file, ours)).toList();
        }
        for (Path leftover : leftovers) {
            Files.deleteIfExists(leftover);
        }
    }

    private static boolean isLeftover(Path file, Predicate<String> ours) {
        String name = file.getFileName().toString();
        return name.startsWith(".")
                && name.length() > SUFFIX.length()
                && name.endsWith(SUFFIX)
                && ours.test(name.substring(1, name.length() - SUFFIX.length()))
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static void write(Path file, Content content, boolean sync) throws IOException {
        Path beside = file.resolveSibling("." + file.getFileName() + SUFFIX);
        // The name itself is removed, not what a link of it leads to, and then created again.
        Files.deleteIfExists(beside);
        try {
            fill(beside, content, sync);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void fill(Path beside, Content content, boolean sync) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
            content.writeTo(out);
            out.flush();
            // Without this a file system may put the new name on the disk before the bytes.
            channel.force(sync);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private static void syncFolder(Path file) throws IOException {
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
