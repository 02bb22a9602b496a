package org.rulebatch.report.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * The rules as the page's script reads them: two blocks of JSON a service, the rows of the table, read at once, and what is
 * shown of a rule on demand, read when a rule of the service is opened. One service is in memory at a time.
 */
final class RuleData {

    private final RunFiles files;
    private final Overview run;
    private final OutputStream out;
    private final ByteArrayOutputStream details = new ByteArrayOutputStream();
    private @Nullable String service;
    private RuleBlocks blocks = new RuleBlocks("");
    private @Nullable JsonGenerator rows;
    private @Nullable JsonGenerator detail;

    RuleData(RunFiles files, Overview run, OutputStream out) {
        this.files = files;
        this.run = run;
        this.out = out;
    }

    void write() throws IOException {
        files.rules((name, rule) -> {
            turnTo(name);
            RuleRow.write(open(rows), rule, run.tests());
            RuleDetail.write(open(detail), rule, blocks, run.tests());
        });
        for (JsonNode invalid : run.report().path("invalid")) {
            turnTo(invalid.path("service").asString(""));
            RuleRow.writeInvalid(open(rows), invalid);
            RuleDetail.writeInvalid(open(detail), invalid);
        }
        end();
    }

    private void turnTo(String name) throws IOException {
        if (name.equals(service)) {
            return;
        }
        end();
        service = name;
        blocks = new RuleBlocks(files.yaml(name));
        write("<script type=\"application/json\" class=\"rows\" data-service=\"" + Html.escaped(name) + "\">");
        rows = ScriptJson.WRITER.createGenerator(out);
        rows.writeStartArray();
        detail = ScriptJson.WRITER.createGenerator(details);
        detail.writeStartObject();
        RuleDetail.writeDiscoveries(detail, blocks);
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
