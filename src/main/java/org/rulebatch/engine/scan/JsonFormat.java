package org.rulebatch.engine.scan;

import java.io.PrintWriter;
import java.util.stream.Stream;

/** Prints all verdicts as a list of objects. */
final class JsonFormat {

    private JsonFormat() {}

    static void write(Verdicts verdicts, PrintWriter out) {
        SafeJson.write(out, json -> {
            json.writeStartArray();
            try (Stream<VerdictJson> all = verdicts.all().get()) {
                all.forEach(json::writePOJO);
            }
            json.writeEndArray();
        });
    }
}
