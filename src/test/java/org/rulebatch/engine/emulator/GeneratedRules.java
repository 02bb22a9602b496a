package org.rulebatch.engine.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.generate.embedded.EmbeddedGenerator;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.metadata.RuleFolder;
import org.rulebatch.metadata.ServiceRules;
import org.rulebatch.pipeline.RulePipeline;
import org.rulebatch.pipeline.ServiceResult;
import org.rulebatch.ruleyaml.Chains;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.ruleyaml.RuleYamlReader;
import org.rulebatch.yaml.YamlDocument;

/** The rule files generated from the rules of a folder. */
final class GeneratedRules {

    /** The rules that come with the project. */
    static final Path STARTER = Path.of("jobs/services");

    private final RuleFolder folder;
    private final RulePipeline pipeline;
    private final Map<String, List<RuleDocument>> documents = new ConcurrentHashMap<>();

    GeneratedRules(Path folder) {
        this.folder = new RuleFolder(folder);
        Catalog catalog = Catalog.bundled();
        Chains chains = new Chains(catalog);
        EmbeddedGenerator generator =
                new EmbeddedGenerator(catalog, Knowledge.bundled(), new ServiceNames(catalog), chains);
        pipeline = new RulePipeline(catalog, chains, generator, "embedded");
    }

    /** The service's file with this check alone, which is automated or proposed. */
    RuleDocument only(String rule) {
        String service = rule.split("\\.")[1];
        return documents(service).stream()
                .flatMap(document -> document.checks().stream()
                        .filter(check -> check.ruleId().equals(rule))
                        .map(check -> new RuleDocument(service, document.discoveries(), List.of(check))))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(rule + " has no check any more"));
    }

    /** The files of all services that have an automated rule, by their names. */
    List<RuleDocument> all() throws IOException {
        return folder.services().stream()
                .flatMap(name -> documents(name).stream().limit(1))
                .toList();
    }

    /** The file of automated checks, if there is one, and the file of proposed ones. */
    private List<RuleDocument> documents(String service) {
        return documents.computeIfAbsent(service, name -> {
            try {
                ServiceRules rules = folder.read(name, new HashMap<>());
                ServiceResult result = pipeline.process(name, rules.rules());
                return Stream.concat(result.yaml().stream(), result.proposed().stream())
                        .map(yaml -> new RuleYamlReader().read(YamlDocument.parse(name + "_generated.yaml", yaml)))
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
