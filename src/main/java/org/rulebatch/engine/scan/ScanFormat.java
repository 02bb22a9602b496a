package org.rulebatch.engine.scan;

import java.io.PrintWriter;
import java.time.Instant;
import org.rulebatch.engine.RunResult;

/** The forms in which verdicts are printed. */
public enum ScanFormat {
    /** For people: failures and what is not known, then the sums. */
    TABLE("txt", false),
    JSON("json", false),
    CSV("csv", false),
    /** The OASIS standard for the results of static analysis, version 2.1.0. */
    SARIF("sarif", true),
    /** Findings of class Compliance Finding (2003) of the Open Cybersecurity Schema Framework, version 1.3.0. */
    OCSF("ocsf.json", true);

    private final String ending;
    private final boolean withTexts;

    ScanFormat(String ending, boolean withTexts) {
        this.ending = ending;
        this.withTexts = withTexts;
    }

    /** How the name of a file of this form ends, {@code ocsf.json}. */
    public String ending() {
        return ending;
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
        if (this == TABLE) {
            TableFormat.write(result, time, out);
            out.flush();
        } else {
            write(Verdicts.of(result, time), texts, out);
        }
    }

    /**
     * Prints the verdicts one by one, so that their number does not matter.
     *
     * @throws IllegalArgumentException for {@link #TABLE}, which is about one run
     */
    public void write(Verdicts verdicts, RuleTexts texts, PrintWriter out) {
        switch (this) {
            case JSON -> JsonFormat.write(verdicts, out);
            case CSV -> CsvFormat.write(verdicts, out);
            case SARIF -> SarifFormat.write(verdicts, texts, out);
            case OCSF -> OcsfFormat.write(verdicts, texts, out);
            case TABLE -> throw new IllegalArgumentException("a table is about one run");
        }
        out.flush();
    }
}
