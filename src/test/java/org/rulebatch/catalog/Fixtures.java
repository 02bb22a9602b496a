package org.rulebatch.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The catalog's test files. */
public final class Fixtures {

    private static final Path FOLDER = Path.of("src/test/resources/catalog");

    private Fixtures() {}

    /** A model of a made-up service, in a folder like botocore's. */
    public static Path zooModels() {
        return FOLDER.resolve("botocore-9.9.9");
    }

    /** The lines of a table, without empty ones and remarks. */
    public static List<String> lines(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file)).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a gzipped file. */
    public static String unzipped(InputStream file) throws IOException {
        try (InputStream in = new GZIPInputStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
