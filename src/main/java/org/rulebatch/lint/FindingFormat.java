package org.rulebatch.lint;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rulebatch.files.Json;
import org.rulebatch.requirement.Finding;

/** How findings are printed. */
public enum FindingFormat {
    TEXT {
        @Override
        public void print(CheckedFiles checked, PrintWriter out) {
            checked.findings().forEach(each -> out.println(line(each)));
            long errors = checked.findings().stream()
                    .filter(each -> each.finding().isError())
                    .count();
            out.println(checked.files().size() + " files, " + errors + " errors");
        }
    },
    JSON {
        @Override
        public void print(CheckedFiles checked, PrintWriter out) {
            out.println(Json.text(
                    checked.findings().stream().map(FindingFormat::json).toList()));
        }
    },
    SARIF {
        @Override
        public void print(CheckedFiles checked, PrintWriter out) {
            Map<String, Object> run = new LinkedHashMap<>();
            run.put("tool", Map.of("driver", Map.of("name", "rule-batch")));
            run.put(
                    "results",
                    checked.findings().stream().map(FindingFormat::sarif).toList());
            Map<String, Object> log = new LinkedHashMap<>();
            log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            log.put("version", "2.1.0");
            log.put("runs", List.of(run));
            out.println(Json.text(log));
        }
    },
    JUNIT {
        @Override
        public void print(CheckedFiles checked, PrintWriter out) {
            JUnitXml.print(checked, out);
        }
    };

    /** Prints what was found. */
    public abstract void print(CheckedFiles checked, PrintWriter out);

    static String line(FileFinding each) {
        Finding finding = each.finding();
        return each.file() + ":" + each.line() + ": " + severity(finding) + " " + finding.id() + ": " + finding.text();
    }

    private static Map<String, Object> json(FileFinding each) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", each.file());
        json.put("line", each.line());
        json.put("severity", severity(each.finding()));
        json.put("id", each.finding().id());
        json.put("message", each.finding().message());
        json.put("hint", each.finding().hint());
        return json;
    }

    private static Map<String, Object> sarif(FileFinding each) {
        Map<String, Object> place = Map.of(
                "artifactLocation",
                Map.of("uri", each.file().replace('\\', '/')),
                "region",
                Map.of("startLine", each.line()));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", each.finding().id());
        result.put("level", severity(each.finding()));
        result.put("message", Map.of("text", each.finding().message()));
        result.put("locations", List.of(Map.of("physicalLocation", place)));
        return result;
    }

    private static String severity(Finding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }
}
