package org.rulebatch.report.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.store.OutputFolder;

/** Writes {@code summary/report.html} from the other files of the summary and the results of tests, if there are any. */
public final class HtmlReport {

    private static final List<String> SCRIPTS =
            List.of("report/data.js", "report/filter.js", "report/table.js", "report/detail.js", "report/main.js");

    private HtmlReport() {}

    /** @throws IOException if a file of the run cannot be read, or the page cannot be written */
    public static void write(OutputFolder output) throws IOException {
        RunFiles files = new RunFiles(output);
        Overview run = Overview.of(files);
        VerdictSection verdict = new VerdictSection(run);
        Map<String, AtomicFile.Content> parts = new HashMap<>();
        parts.put("title", text(Html.escaped(verdict.title())));
        parts.put("head", text(verdict.head()));
        parts.put("totals", text(verdict.totals()));
        parts.put("services", text(ServiceSection.of(run)));
        parts.put("batches", text(new BatchSection(run).text()));
        parts.put("tests", text(TestSection.of(run.tests())));
        parts.put("rules", out -> new RuleData(files, run, out).write());
        Template page = new Template("report/report.html", List.of("report/report.css"), SCRIPTS, "'none'");
        AtomicFile.write(output.summary().resolve("report.html"), out -> page.write(out, parts));
    }

    private static AtomicFile.Content text(String html) {
        return out -> out.write(html.getBytes(StandardCharsets.UTF_8));
    }
}
