package org.rulebatch.yaml;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A JSON Schema that comes with the program, under {@code /schema}. Thread-safe. */
public final class YamlSchema {

    /**
     * A place where a document is not of the form.
     *
     * @param place {@code file:line}
     */
    public record Violation(String place, String message) {}

    private final String text;
    private final Schema schema;

    private YamlSchema(String text) {
        this.text = text;
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text);
    }

    /** @param name the file's name, {@code rule.schema.json} */
    public static YamlSchema bundled(String name) {
        String resource = "/schema/" + name;
        try (InputStream in = YamlSchema.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the program");
            }
            return new YamlSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schema as it is published. */
    public String text() {
        return text;
    }

    /** Where the document is not of the form; empty if it is. */
    public List<Violation> check(YamlDocument document) {
        return schema.validate(document.root()).stream()
                .map(error ->
                        new Violation(document.place(error.getInstanceLocation().toString()), error.toString()))
                .toList();
    }
}
