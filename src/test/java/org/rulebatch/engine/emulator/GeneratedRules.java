package org.rulebatch.engine.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.generate.embedded.EmbeddedGenerator;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.metadata.RuleFolder;
import org.rulebatch.metadata.ServiceRules;
import org.rulebatch.pipeline.RulePipeline;
import org.rulebatch.ruleyaml.Chains;
import org.rulebatch.ruleyaml.Check;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.ruleyaml.RuleYamlReader;
import org.rulebatch.yaml.YamlDocument;

/** The rule files generated from the rules of a folder. */
final class GeneratedRules {

    /** The rules that come with the project. */
    static final Path STARTER = Path.of("jobs/services");

    private final RuleFolder folder;
    private final RulePipeline pipeline;
    private final Map<String, Optional<RuleDocument>> documents = new ConcurrentHashMap<>();

    GeneratedRules(Path folder) {
        this.folder = new RuleFolder(folder);
        Catalog catalog = Catalog.bundled();
        Chains chains = new Chains(catalog);
        EmbeddedGenerator generator =
                new EmbeddedGenerator(catalog, Knowledge.bundled(), new ServiceNames(catalog), chains);
        pipeline = new RulePipeline(catalog, chains, generator, "embedded");
    }

    /** The service's file with this check alone. */
    RuleDocument only(String rule) {
        RuleDocument document = document(rule.split("\\.")[1]);
        List<Check> checks = document.checks().stream()
                .filter(check -> check.ruleId().equals(rule))
                .toList();
        if (checks.isEmpty()) {
            throw new IllegalArgumentException(rule + " is not automated any more");
        }
        return new RuleDocument(document.service(), document.discoveries(), checks);
    }

    private RuleDocument document(String service) {
        return find(service).orElseThrow(() -> new IllegalArgumentException(service + " has no automated rule"));
    }

    /** The files of all services that have an automated rule, by their names. */
    List<RuleDocument> all() throws IOException {
        return folder.services().stream().flatMap(name -> find(name).stream()).toList();
    }

    private Optional<RuleDocument> find(String service) {
        return documents.computeIfAbsent(service, name -> {
            try {
                ServiceRules rules = folder.read(name, new HashMap<>());
                return pipeline.process(name, rules.rules()).yaml().map(yaml -> new RuleYamlReader()
                        .read(YamlDocument.parse(name + "_generated.yaml", yaml)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
