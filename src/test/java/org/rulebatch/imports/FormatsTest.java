package org.rulebatch.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.imports.format.Table;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.yaml.YamlDocument;
import tools.jackson.databind.JsonNode;

/** Ensures that each format is recognized and becomes the rules that {@code expected.txt} beside it says; {@code -Dfixtures.write} writes it. */
final class FormatsTest {

    private static final Path FIXTURES = Path.of("src/test/resources/imports/formats");

    @TempDir
    private Path rules;

    static List<Path> cases() throws IOException {
        try (Stream<Path> all = Files.list(FIXTURES)) {
            return all.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theFolderBecomesTheseRules(Path folder) throws IOException {
        String found = rulesOf(folder);

        Path expected = folder.resolve("expected.txt");
        if (System.getProperty("fixtures.write") != null) {
            Files.writeString(expected, found);
        }
        assertThat(found).isEqualTo(Files.readString(expected));
    }

    private String rulesOf(Path folder) throws IOException {
        RuleImport.Options options = new RuleImport.Options(rules, false, false, Table.Options.NONE);
        ImportReport report =
                new RuleImport(Catalog.bundled(), Knowledge.bundled(), options).run(Optional.empty(), List.of(folder));
        List<String> lines = new ArrayList<>();
        for (ImportReport.Rule rule : report.written()) {
            lines.add(line(YamlDocument.read(Path.of(rule.file())).root()));
        }
        lines.sort(null);
        report.notes().forEach(note -> lines.add("note: " + note));
        lines.addAll(report.problems());
        lines.add("no place: " + report.dropped());
        return String.join("\n", lines).replace(folder + "/", "") + "\n";
    }

    private static String line(JsonNode rule) {
        List<String> compliance =
                rule.path("compliance").valueStream().map(JsonNode::asString).toList();
        return rule.path("rule_id").asString() + " (" + rule.path("severity").asString() + ", " + compliance + "): "
                + rule.path("title").asString() + " | "
                + rule.path("description").asString("").replace("\n", " ");
    }
}
