package org.rulebatch.report.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulebatch.report.entry.Decided;
import org.rulebatch.report.entry.InvalidEntry;
import org.rulebatch.report.entry.RuleEntries;
import org.rulebatch.report.entry.ServiceTest;
import org.rulebatch.store.OutputFolder;
import tools.jackson.core.JsonGenerator;

/**
 * The rules as the page's script reads them: two blocks of JSON a service, the rows of the table, read at once, and what is
 * shown of a rule on demand, read when a rule of the service is opened. One service is in memory at a time.
 */
final class RuleData {

    private final OutputFolder output;
    private final PageData run;
    private final OutputStream out;
    private final ByteArrayOutputStream details = new ByteArrayOutputStream();
    private @Nullable String service;
    private RuleBlocks blocks = new RuleBlocks("");
    private RuleBlocks proposed = new RuleBlocks("");
    private @Nullable JsonGenerator rows;
    private @Nullable JsonGenerator detail;

    RuleData(OutputFolder output, PageData run, OutputStream out) {
        this.output = output;
        this.run = run;
        this.out = out;
    }

    void write() throws IOException {
        RuleEntries.read(output.allRequirements(), (name, rule) -> {
            turnTo(name);
            List<ServiceTest.Error> errors =
                    run.tests().map(tests -> tests.errors(rule)).orElse(List.of());
            open(rows).writePOJO(RuleRow.of(rule, run.tests()));
            RuleBlocks from = rule.decision() == Decided.PROPOSED ? proposed : blocks;
            open(detail).writePOJO(RuleDetail.of(rule, from.checks().get(rule.ruleId()), errors));
        });
        for (InvalidEntry invalid : run.report().invalid()) {
            turnTo(invalid.service());
            open(rows).writePOJO(RuleRow.of(invalid));
            open(detail).writePOJO(RuleDetail.of(invalid));
        }
        end();
    }

    private void turnTo(String name) throws IOException {
        if (name.equals(service)) {
            return;
        }
        end();
        service = name;
        blocks = new RuleBlocks(yaml(output.allRuleFiles().resolve(OutputFolder.ruleFile(name))));
        proposed = new RuleBlocks(yaml(output.allProposedFiles().resolve(OutputFolder.proposedFile(name))));
        write("<script type=\"application/json\" class=\"rows\" data-service=\"" + Html.escaped(name) + "\">");
        rows = ScriptJson.WRITER.createGenerator(out);
        rows.writeStartArray();
        detail = ScriptJson.WRITER.createGenerator(details);
        detail.writeStartObject();
        detail.writePOJOProperty("rule_file", blocks.file());
        if (!proposed.checks().isEmpty()) {
            detail.writePOJOProperty("proposed", proposed.file());
        }
        detail.writeArrayPropertyStart("rules");
    }

    private void end() throws IOException {
        if (service == null) {
            return;
        }
        open(rows).writeEndArray();
        open(rows).close();
        open(detail).writeEndArray();
        open(detail).writeEndObject();
        open(detail).close();
        write("</script>\n<script type=\"application/json\" class=\"details\">");
        details.writeTo(out);
        details.reset();
        write("</script>\n");
    }

    /** A service's rule file; empty where it has none. */
    private static String yaml(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private static JsonGenerator open(@Nullable JsonGenerator json) {
        if (json == null) {
            throw new IllegalStateException("no service has been turned to");
        }
        return json;
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
