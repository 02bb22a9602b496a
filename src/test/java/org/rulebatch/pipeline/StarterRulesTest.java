package org.rulebatch.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Operation;
import org.rulebatch.generate.embedded.EmbeddedGenerator;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.metadata.Rules;
import org.rulebatch.ruleyaml.Chains;
import org.rulebatch.ruleyaml.Discovery;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.ruleyaml.RuleYamlReader;
import org.rulebatch.yaml.YamlDocument;

/** Ensures, of every file that the starter rules become: it only reads, has no placeholder, and is the same each time. */
final class StarterRulesTest {

    private static final Catalog CATALOG = Catalog.bundled();
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{.*?}}");
    private static final Pattern RESOLVED = Pattern.compile("\\{\\{ [A-Za-z_][A-Za-z0-9_.\\[\\]{}:-]* }}");
    /** A comparison of the check language. */
    private static final Pattern COMPARED = Pattern.compile(" [<>]=? ");

    private static final Pattern PLACEHOLDER =
            Pattern.compile("(?i)[<>]|\\bTODO\\b|\\bFIXME\\b|\\bexample|\\byour-|placeholder|123456789012");

    private static Map<String, String> files = Map.of();

    @BeforeAll
    static void generate() throws IOException {
        files = generated();
    }

    @Test
    void generatesFilesForNearlyEveryService() {
        assertThat(files).hasSizeGreaterThan(40);
    }

    @Test
    void readsOnly() {
        RuleYamlReader reader = new RuleYamlReader();
        List<String> others = new ArrayList<>();
        files.forEach((service, yaml) -> {
            RuleDocument document = reader.read(YamlDocument.parse(service, yaml));
            document.discoveries().stream()
                    .filter(discovery -> !isRead(discovery))
                    .forEach(discovery -> others.add(service + ": " + discovery.id()));
        });

        assertThat(others).isEmpty();
    }

    @Test
    void leavesNoPlaceholder() {
        List<String> found = new ArrayList<>();
        files.forEach((service, yaml) -> yaml.lines()
                .skip(1)
                .filter(line -> !line.strip().startsWith("title:"))
                .filter(StarterRulesTest::isOpen)
                .forEach(line -> found.add(service + ": " + line)));

        assertThat(found).isEmpty();
    }

    @Test
    void givesTheSameBytesAgain() throws IOException {
        assertThat(generated()).isEqualTo(files);
    }

    private static boolean isOpen(String line) {
        Matcher templates = TEMPLATE.matcher(line);
        boolean shaped = templates.results().allMatch(each -> RESOLVED.matcher(each.group())
                .matches());
        String rest = COMPARED.matcher(RESOLVED.matcher(line).replaceAll("")).replaceAll(" ");
        return !shaped
                || rest.contains("{{")
                || rest.contains("}}")
                || PLACEHOLDER.matcher(rest).find();
    }

    private static boolean isRead(Discovery discovery) {
        return CATALOG.service(discovery.client())
                .flatMap(service -> service.operation(discovery.action()))
                .filter(Operation::isRead)
                .isPresent();
    }

    private static Map<String, String> generated() throws IOException {
        Chains chains = new Chains(CATALOG);
        EmbeddedGenerator generator =
                new EmbeddedGenerator(CATALOG, Knowledge.bundled(), new ServiceNames(CATALOG), chains);
        RulePipeline pipeline = new RulePipeline(CATALOG, chains, generator, "embedded");
        Map<String, String> files = new TreeMap<>();
        for (String service : Rules.starter().services()) {
            pipeline.process(
                            service,
                            Rules.starter().read(service, new HashMap<>()).rules())
                    .yaml()
                    .ifPresent(yaml -> files.put(service, yaml));
        }
        return files;
    }
}
