package org.rulebatch.engine.scan;

import java.io.PrintWriter;
import java.time.Instant;
import org.rulebatch.engine.RunResult;

/** The forms in which verdicts are printed. */
public enum ScanFormat {
    /** For people: failures and what is not known, then the sums. */
    TABLE((result, time, texts, out) -> TableFormat.write(result, time, out)),
    JSON((result, time, texts, out) -> JsonFormat.write(result, time, out)),
    CSV((result, time, texts, out) -> CsvFormat.write(result, time, out)),
    /** The OASIS standard for the results of static analysis, version 2.1.0. */
    SARIF(SarifFormat::write, true),
    /** Findings of class Compliance Finding (2003) of the Open Cybersecurity Schema Framework, version 1.3.0. */
    OCSF(OcsfFormat::write, true);

    private interface Writer {
        void write(RunResult result, Instant time, RuleTexts texts, PrintWriter out);
    }

    private final Writer writer;
    private final boolean withTexts;

    ScanFormat(Writer writer) {
        this(writer, false);
    }

    ScanFormat(Writer writer, boolean withTexts) {
        this.writer = writer;
        this.withTexts = withTexts;
    }

    /** Whether it says what people wrote about the rules. */
    public boolean isWithTexts() {
        return withTexts;
    }

    /**
     * Prints the verdicts.
     *
     * @param time when the run began
     * @param texts what is known of the rules; OCSF and SARIF say it with the findings
     */
    public void write(RunResult result, Instant time, RuleTexts texts, PrintWriter out) {
        writer.write(result, time, texts, out);
        out.flush();
    }
}
