package org.rulebatch.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.ruleyaml.RuleYamlReader;
import org.rulebatch.yaml.YamlDocument;

/** The twelve checks of {@code src/test/resources/checks}, a file each, and the rule file that they make. */
public final class TwelveChecks {

    public static final Path RULE_FILE = Path.of("src/test/resources/checks/twelve_generated.yaml");

    private TwelveChecks() {}

    /** The files that say what a check is and on which answers or resources, in the order of their names. */
    public static List<Path> kinds() throws IOException {
        try (Stream<Path> files = Files.list(RULE_FILE.getParent())) {
            return files.filter(file -> !file.equals(RULE_FILE)).sorted().toList();
        }
    }

    /** The rule file with one check alone. */
    public static RuleDocument only(String ruleId) throws IOException {
        RuleDocument all = new RuleYamlReader().read(YamlDocument.read(RULE_FILE));
        return all.checks().stream()
                .filter(check -> check.ruleId().equals(ruleId))
                .map(all::only)
                .findFirst()
                .orElseThrow();
    }
}
