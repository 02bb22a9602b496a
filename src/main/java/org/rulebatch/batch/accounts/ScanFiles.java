package org.rulebatch.batch.accounts;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.rulebatch.engine.scan.RuleTexts;
import org.rulebatch.engine.scan.ScanFormat;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.report.page.ScanPage;
import org.rulebatch.store.OutputFolder;

/** Writes the results of a scan over accounts: the verdicts in each form, the page, and last the numbers. */
public final class ScanFiles {

    private static final List<ScanFormat> FORMATS =
            List.of(ScanFormat.JSON, ScanFormat.CSV, ScanFormat.SARIF, ScanFormat.OCSF);

    private final OutputFolder results;

    public ScanFiles(OutputFolder results) {
        this.results = results;
    }

    /** Writes all; a scan whose numbers are there has all of its files. */
    public void write(ScanResult result, ScanSummary summary, RuleTexts texts) throws IOException {
        for (ScanFormat format : FORMATS) {
            AtomicFile.write(results.path().resolve("verdicts." + format.ending()), out -> {
                PrintWriter writer = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                format.write(result.verdicts(), texts, writer);
                if (writer.checkError()) {
                    throw new IOException("the file cannot be written");
                }
            });
        }
        List<ScanPage.Account> accounts = summary.accounts().stream()
                .map(each -> new ScanPage.Account(each.account(), each.regions(), each.problem(), each.counts()))
                .toList();
        ScanPage.write(results.path().resolve("report.html"), accounts, result.verdicts());
        summary.write(results);
    }
}
