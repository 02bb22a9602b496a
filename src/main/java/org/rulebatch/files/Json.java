package org.rulebatch.files;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.io.IOException;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON as all files of this program have it: UTF-8, two spaces of indentation, a newline at the end. Control characters
 * are escaped, also those that turn the direction of text.
 */
public final class Json {

    /**
     * Reads and writes without indentation; keys are a record's components in their order, in snake case. A number that a
     * file does not have is 0.
     */
    public static final JsonMapper COMPACT = JsonMapper.builder(JsonFactory.builder()
                    .addDecorator(new WellFormedJson())
                    .characterEscapes(new VisibleControls())
                    .build())
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultVisibility(visible -> visible.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private static final ObjectWriter PRETTY = COMPACT.writer().with(printer());

    /** Writes with a generator. */
    @FunctionalInterface
    public interface Body {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private Json() {}

    /** A file's content, written piece by piece. */
    public static AtomicFile.Content document(Body body) {
        return out -> {
            try (JsonGenerator json = PRETTY.createGenerator(out)) {
                body.writeTo(json);
            }
            out.write('\n');
        };
    }

    /** Writes a document to a writer, which stays open. */
    public static void write(Writer out, Body body) throws IOException {
        try (JsonGenerator json = PRETTY.createGenerator(out)) {
            body.writeTo(json);
        }
    }

    /** A file's content from a value of maps, lists and scalars, or a record. */
    public static AtomicFile.Content document(Object value) {
        return document(json -> json.writePOJO(value));
    }

    /** The value as it stands in a file. */
    public static String text(Object value) {
        return PRETTY.writeValueAsString(value);
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
        printer.indentArraysWith(indenter);
        printer.indentObjectsWith(indenter);
        return printer;
    }
}
