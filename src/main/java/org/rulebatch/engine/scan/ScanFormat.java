package org.rulebatch.engine.scan;

import java.io.PrintWriter;
import java.time.Instant;
import org.rulebatch.engine.RunResult;

/** The forms in which verdicts are printed. */
public enum ScanFormat {
    /** For people: failures and what is not known, then the sums. */
    TABLE(TableFormat::write),
    JSON(JsonFormat::write),
    CSV(CsvFormat::write),
    /** The OASIS standard for the results of static analysis, version 2.1.0. */
    SARIF(SarifFormat::write),
    /** Findings of class Compliance Finding (2003) of the Open Cybersecurity Schema Framework, version 1.3.0. */
    OCSF(OcsfFormat::write);

    private interface Writer {
        void write(RunResult result, Instant time, PrintWriter out);
    }

    private final Writer writer;

    ScanFormat(Writer writer) {
        this.writer = writer;
    }

    /** @param time when the run began */
    public void write(RunResult result, Instant time, PrintWriter out) {
        writer.write(result, time, out);
        out.flush();
    }
}
