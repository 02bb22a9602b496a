package org.rulebatch.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.rulebatch.files.BoundedFile;
import tools.jackson.databind.JsonNode;

/**
 * One YAML document as a tree, with the line of every value.
 *
 * @param source the file's name, for messages
 * @param root the document; a missing node where the file is empty
 * @param lines 1-based line of each value by its JSON pointer
 */
public record YamlDocument(String source, JsonNode root, Map<String, Integer> lines) {

    /** What a file written by a person stays under. */
    public static final int MAX_BYTES = 4 << 20;

    /**
     * Reads a file of at most {@link #MAX_BYTES} bytes.
     *
     * @throws YamlException if it is not a regular file, larger, not UTF-8, not one YAML document, too deep, or has aliases
     *     or a key twice
     * @throws IOException if it cannot be read
     */
    public static YamlDocument read(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new YamlException(file.toString(), 1, "is not a regular file");
        }
        try (InputStream in = BoundedFile.open(file)) {
            return read(file.toString(), in);
        }
    }

    /** Reads a stream, as {@link #read(Path)} does; {@code source} names it in messages. */
    public static YamlDocument read(String source, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new YamlException(source, 1, "larger than " + (MAX_BYTES >> 20) + " MiB, which no such file needs");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return parse(source, text);
        } catch (CharacterCodingException e) {
            throw new YamlException(source, 1, "not UTF-8 text");
        }
    }

    /** Parses a text; {@code source} names it in messages. */
    public static YamlDocument parse(String source, String text) {
        return new YamlTree(source, BoundedFile.withoutMark(text)).document();
    }

    /** The line of a value, or of the nearest value around it. */
    public int line(String pointer) {
        Integer line = lines.get(pointer);
        if (line != null) {
            return line;
        }
        int slash = pointer.lastIndexOf('/');
        return slash < 0 ? 1 : line(pointer.substring(0, slash));
    }

    /** {@code file:line} of a value. */
    public String place(String pointer) {
        return source + ":" + line(pointer);
    }
}
