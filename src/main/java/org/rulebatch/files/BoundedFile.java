package org.rulebatch.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads files that others wrote: regular ones only, so that a pipe or a device cannot hang the program, and no more than
 * a given number of bytes, so that none fills the memory.
 */
public final class BoundedFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private BoundedFile() {}

    /**
     * Reads a whole file.
     *
     * @throws IOException if there is none, it is not a regular file, or it is larger; the message says which
     */
    public static byte[] bytes(Path file, int most) throws IOException {
        try (InputStream in = open(file)) {
            byte[] bytes = in.readNBytes(most);
            if (in.read() >= 0) {
                throw new IOException(file + " is larger than " + size(most) + ", which no such file needs");
            }
            return bytes;
        }
    }

    /** Reads a whole text in UTF-8, without the byte order mark that some editors put before it. */
    public static String text(Path file, int most) throws IOException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(file, most)))
                    .toString();
            return withoutMark(text);
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not UTF-8 text", e);
        }
    }

    /** Opens a regular file; a link to one is followed. */
    public static InputStream open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            if (!Files.exists(file)) {
                throw new NoSuchFileException(file.toString());
            }
            throw new IOException(file + " is not a regular file");
        }
        return Files.newInputStream(file);
    }

    /** The text without a byte order mark. */
    public static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static String size(int bytes) {
        return bytes >= 1 << 20 ? (bytes >> 20) + " MiB" : (bytes >> 10) + " KiB";
    }
}
