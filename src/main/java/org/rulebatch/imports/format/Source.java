package org.rulebatch.imports.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rulebatch.files.BoundedFile;
import org.rulebatch.files.Json;
import org.rulebatch.yaml.YamlDocument;
import org.rulebatch.yaml.YamlException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;

/** A file that may be of one of the formats; read and parsed once, however many ask. */
public final class Source {

    /** Exports of all findings of an organisation are large; what is larger than this would fill the memory. */
    private static final int MOST_BYTES = 64 << 20;

    private final Path file;
    private final Table.Options options;
    private byte @Nullable [] bytes;
    private @Nullable String text;
    private @Nullable JsonNode tree;

    /** @param options how a table is read */
    public Source(Path file, Table.Options options) {
        this.file = file;
        this.options = options;
    }

    /** Its path, for messages. */
    public String place() {
        return file.toString();
    }

    /** Its name in lower case. */
    public String name() {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    Table.Options options() {
        return options;
    }

    /** @throws UnreadableException if it cannot be read, or is too large */
    byte[] bytes() {
        byte[] known = bytes;
        if (known == null) {
            try {
                known = BoundedFile.bytes(file, MOST_BYTES);
            } catch (IOException e) {
                throw new UnreadableException(
                        place(), String.valueOf(e.getMessage()), "split it, or name another file");
            }
            bytes = known;
        }
        return known;
    }

    /** The text, whatever its encoding. */
    String text() {
        String known = text;
        if (known == null) {
            known = Encodings.decoded(bytes());
            text = known;
        }
        return known;
    }

    /** The tree of JSON or YAML; which of the two the name says. */
    JsonNode tree() {
        JsonNode known = tree;
        if (known == null) {
            known = name().endsWith(".json") ? json() : yaml();
            tree = known;
        }
        return known;
    }

    private JsonNode json() {
        try {
            return Json.COMPACT.readTree(text());
        } catch (StreamReadException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new UnreadableException(
                    place() + ":" + line, "no JSON: " + e.getOriginalMessage(), "export the file again");
        } catch (JacksonException e) {
            throw new UnreadableException(place(), "no JSON: " + e.getOriginalMessage(), "export the file again");
        }
    }

    private JsonNode yaml() {
        if (bytes().length > YamlDocument.MAX_BYTES) {
            throw new UnreadableException(
                    place(), "larger than " + (YamlDocument.MAX_BYTES >> 20) + " MiB of YAML", "split it");
        }
        try {
            return YamlDocument.parse(place(), text()).root();
        } catch (YamlException e) {
            throw new UnreadableException(
                    place() + ":" + e.line(), "no YAML that can be read: " + e.reason(), "correct the file");
        }
    }
}
