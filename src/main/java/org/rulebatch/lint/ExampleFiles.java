package org.rulebatch.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.rulebatch.requirement.Finding;
import org.rulebatch.ruleyaml.Check;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.ruleyaml.RuleYamlReader;
import org.rulebatch.yaml.YamlDocument;

/** Ensures that the examples among the checked files hold for the checks of the rule files among them. */
final class ExampleFiles {

    private final ExamplesLint lint;
    private final RuleYamlReader reader = new RuleYamlReader();
    private final List<RuleDocument> rules = new ArrayList<>();
    private final List<YamlDocument> examples = new ArrayList<>();

    ExampleFiles(ExamplesLint lint) {
        this.lint = lint;
    }

    /** @param file a rule file in which nothing is wrong */
    void addRules(YamlDocument file) {
        rules.add(reader.read(file));
    }

    void addExamples(YamlDocument file) {
        examples.add(file);
    }

    /** What does not hold, each at its {@code file:line}. */
    List<Finding> findings() {
        return examples.stream().flatMap(file -> of(file).stream()).toList();
    }

    private List<Finding> of(YamlDocument file) {
        Set<String> open = new HashSet<>(file.root().path("rules").propertyNames());
        Set<Finding> findings = new LinkedHashSet<>();
        for (RuleDocument document : rules) {
            List<String> ids = document.checks().stream().map(Check::ruleId).toList();
            if (open.stream().anyMatch(ids::contains)) {
                lint.check(document, file).stream().filter(Finding::isError).forEach(findings::add);
                ids.forEach(open::remove);
            }
        }
        if (findings.isEmpty() && !open.isEmpty()) {
            // Without a rule file its form alone is checked, and each rule is named.
            findings.addAll(lint.check(new RuleDocument("", List.of(), List.of()), file).stream()
                    .filter(finding -> finding.isError()
                            || open.stream().anyMatch(rule -> finding.message().contains(" " + rule)))
                    .toList());
        }
        return List.copyOf(findings);
    }
}
