package org.rulebatch.prove;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rulebatch.files.Sha256;
import org.rulebatch.requirement.Finding;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.yaml.YamlDocument;
import org.rulebatch.yaml.YamlException;
import org.rulebatch.yaml.YamlFiles;

/** The examples that people gave, {@code jobs/examples/<rule_id>.yaml}; each run holds its checks against them. Immutable. */
public final class OwnExamples {

    private final Map<String, List<YamlDocument>> byRule;
    private final String text;

    private OwnExamples(Map<String, List<YamlDocument>> byRule, String text) {
        this.byRule = byRule;
        this.text = text;
    }

    /** No examples. */
    public static OwnExamples none() {
        return new OwnExamples(Map.of(), "");
    }

    /**
     * Reads a folder; one that does not exist holds none.
     *
     * @throws IllegalArgumentException with a line for each thing that is wrong in a file
     */
    public static OwnExamples in(Path folder) {
        Map<String, List<YamlDocument>> byRule = new TreeMap<>();
        List<Finding> findings = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        for (Path file : YamlFiles.in(folder, "examples")) {
            try {
                YamlDocument document = YamlDocument.read(file);
                findings.addAll(Examples.form(document));
                all.append(file.getFileName())
                        .append(' ')
                        .append(document.root())
                        .append('\n');
                document.root().path("rules").propertyNames().forEach(rule -> byRule.computeIfAbsent(
                                rule, each -> new ArrayList<>())
                        .add(document));
            } catch (YamlException e) {
                findings.add(Finding.error("yaml.syntax", file + ":" + e.line(), e.reason(), ""));
            } catch (IOException e) {
                throw new UncheckedIOException("the examples " + file + " cannot be read", e);
            }
        }
        if (!findings.isEmpty()) {
            throw new IllegalArgumentException(findings.stream()
                    .map(finding -> finding.place() + ": " + finding.message())
                    .collect(Collectors.joining("\n")));
        }
        return new OwnExamples(byRule, all.toString());
    }

    /** Whether somebody gave an example of the rule. */
    public boolean has(String ruleId) {
        return byRule.containsKey(ruleId);
    }

    /** What identifies them; empty where there is none. */
    public String hash() {
        return byRule.isEmpty() ? "" : Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What of a rule's examples does not hold for its check, each at its {@code file:line}.
     *
     * @param rule the file that the check stands in, alone
     */
    public List<Finding> check(String ruleId, RuleDocument rule, Examples examples) {
        return byRule.getOrDefault(ruleId, List.of()).stream()
                .flatMap(document -> examples.check(rule, document).stream())
                .filter(Finding::isError)
                .toList();
    }
}
