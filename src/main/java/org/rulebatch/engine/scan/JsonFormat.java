package org.rulebatch.engine.scan;

import java.io.PrintWriter;
import java.time.Instant;
import org.rulebatch.engine.RunResult;

/** Prints all verdicts as a list of objects. */
final class JsonFormat {

    private JsonFormat() {}

    static void write(RunResult result, Instant time, PrintWriter out) {
        out.println(SafeJson.text(result.verdicts()
                .map(verdict -> VerdictJson.of(verdict, result.account(), time))
                .toList()));
    }
}
