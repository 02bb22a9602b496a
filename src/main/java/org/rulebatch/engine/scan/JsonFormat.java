package org.rulebatch.engine.scan;

import java.io.PrintWriter;
import java.time.Instant;
import org.rulebatch.engine.RunResult;
import org.rulebatch.files.Json;

/** Prints all verdicts as a list of objects. */
final class JsonFormat {

    private JsonFormat() {}

    static void write(RunResult result, Instant time, PrintWriter out) {
        out.println(Json.text(result.verdicts().map(VerdictJson::of).toList()));
    }
}
