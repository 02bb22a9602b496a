package org.rulebatch.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.files.Sha256;

/** Tells one state of the knowledge from another. */
public final class KnowledgeHash {

    private static final List<String> SHARED =
            List.of("families.yaml", "fillers.yaml", "resources.yaml", "services.yaml", "synonyms.yaml");

    private KnowledgeHash() {}

    /**
     * SHA-256, in hex, over the names and bytes of all files: the bundled ones of every client, and people's own.
     *
     * @param folder of people's own files; one that does not exist adds nothing
     */
    public static String of(Path folder, Catalog catalog) {
        MessageDigest digest = Sha256.digest();
        SHARED.forEach(name -> add(digest, name, KnowledgeFiles.bytes(name)));
        for (String client : catalog.clients()) {
            KnowledgeFiles.of(client).forEach(name -> add(digest, name, KnowledgeFiles.bytes(name)));
        }
        for (Path file : Extension.filesOf(folder)) {
            add(digest, "own/" + folder.relativize(file).toString().replace('\\', '/'), bytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The length stands before the bytes, so that no two sets of files run together into the same ones. */
    private static void add(MessageDigest digest, String name, byte[] bytes) {
        digest.update((name + ' ' + bytes.length + '\n').getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
