package org.rulebatch.report.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.files.Program;
import org.rulebatch.store.OutputFolder;

/** Writes {@code summary/report.html}. */
public final class HtmlReport {

    private static final List<String> SCRIPTS = List.of(
            "report/data.js",
            "report/filter.js",
            "report/table.js",
            "report/detail.js",
            "report/sheet.js",
            "report/main.js");

    private HtmlReport() {}

    /**
     * Writes the page.
     *
     * @param run what is shown besides the rules, which are read from the summary
     * @throws IOException if a file of the run cannot be read, or the page cannot be written
     */
    public static void write(OutputFolder output, PageData run) throws IOException {
        Overview overview = Overview.of(output, run);
        VerdictSection verdict = new VerdictSection(run, overview);
        Map<String, AtomicFile.Content> parts = new HashMap<>();
        parts.put("title", text(Html.escaped(verdict.title())));
        parts.put("head", text(verdict.head()));
        parts.put("totals", text(verdict.totals()));
        parts.put("criteria", text(verdict.criteria()));
        parts.put("review", text(Html.escaped(Program.command() + " review")));
        parts.put("reasons", text(ScriptJson.copied("report/reasons.json")));
        parts.put("services", text(ServiceSection.of(overview)));
        parts.put("batches", text(new BatchSection(run.report()).text()));
        parts.put("tests", text(run.tests().map(TestSection::of).orElse("")));
        parts.put("rules", out -> new RuleData(output, run, out).write());
        Template page = new Template("report/report.html", List.of("report/report.css"), SCRIPTS, "'none'");
        AtomicFile.write(output.page(), out -> page.write(out, parts));
    }

    private static AtomicFile.Content text(String html) {
        return out -> out.write(html.getBytes(StandardCharsets.UTF_8));
    }
}
