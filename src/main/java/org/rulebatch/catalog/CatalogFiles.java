package org.rulebatch.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Reads the files of a compiled catalog from the class path or a folder. */
final class CatalogFiles {

    private interface Source {
        InputStream open(String name) throws IOException;
    }

    private interface Form<T> {
        T of(InputStream in) throws IOException;
    }

    private final String place;
    private final Source source;

    private CatalogFiles(String place, Source source) {
        this.place = place;
        this.source = source;
    }

    static CatalogFiles bundled() {
        return new CatalogFiles("the program's own catalog", CatalogFiles::resource);
    }

    static CatalogFiles in(Path folder) {
        return new CatalogFiles(folder.toString(), name -> Files.newInputStream(folder.resolve(name)));
    }

    Facts index() {
        return read("index.json", false);
    }

    Facts service(String client) {
        return read(client + ".json.gz", true);
    }

    String endpointRules(String client) {
        return read("endpoints/" + client + ".json.gz", true, in -> new String(in.readAllBytes(), UTF_8));
    }

    private Facts read(String name, boolean zipped) {
        return read(name, zipped, JsonFacts::read);
    }

    private <T> T read(String name, boolean zipped, Form<T> form) {
        try (InputStream raw = source.open(name);
                InputStream in = zipped ? new GZIPInputStream(raw, 1 << 16) : new BufferedInputStream(raw)) {
            return form.of(in);
        } catch (NoSuchFileException | FileNotFoundException e) {
            throw new CatalogException(
                    "No " + name + " in " + place + "; compile a catalog with --job=buildCatalog.", e);
        } catch (IOException e) {
            throw new CatalogException(
                    "Cannot read " + name + " in " + place + ": " + e.getMessage()
                            + "; compile the catalog again with --job=buildCatalog.",
                    e);
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream in = CatalogFiles.class.getResourceAsStream("/catalog/" + name);
        if (in == null) {
            throw new FileNotFoundException(name);
        }
        return in;
    }
}
