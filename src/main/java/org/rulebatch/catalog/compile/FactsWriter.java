package org.rulebatch.catalog.compile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes facts as JSON that is the same for the same facts: keys sorted, but the members of a shape in model order. */
final class FactsWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private FactsWriter() {}

    /** Writes gzipped JSON without a time stamp and returns the file's size in bytes. */
    static long write(Map<String, Object> facts, Path file) throws IOException {
        try (OutputStream out = new BestGzip(Files.newOutputStream(file))) {
            out.write(json(facts));
        }
        return Files.size(file);
    }

    /** Writes plain JSON with a line for each service and returns the file's size in bytes. */
    static long writeIndex(Map<String, Object> index, Path file) throws IOException {
        String text = new String(json(index), StandardCharsets.UTF_8).replace("},", "},\n") + "\n";
        Files.writeString(file, text);
        return Files.size(file);
    }

    private static byte[] json(Map<String, Object> facts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            write(generator, new TreeMap<>(facts));
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator generator, Object value) {
        if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            map.forEach((key, part) -> {
                generator.writeName(key.toString());
                write(generator, "members".equals(key) ? part : sorted(part));
            });
            generator.writeEndObject();
        } else if (value instanceof List<?> list) {
            generator.writeStartArray();
            list.forEach(part -> write(generator, sorted(part)));
            generator.writeEndArray();
        } else if (value instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else if (value instanceof Number number) {
            generator.writeNumber(number.toString());
        } else {
            generator.writeString(value.toString());
        }
    }

    private static Object sorted(Object value) {
        return value instanceof Map<?, ?> map ? new TreeMap<>(map) : value;
    }

    private static final class BestGzip extends GZIPOutputStream {

        BestGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
