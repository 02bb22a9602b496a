package org.rulebatch.validate.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.generate.override.OverrideException;
import org.rulebatch.generate.override.OverrideReader;
import org.rulebatch.generate.override.PersonsDecision;
import org.rulebatch.metadata.InvalidRule;
import org.rulebatch.metadata.RuleFolder;
import org.rulebatch.metadata.ServiceRules;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Finding;
import org.rulebatch.ruleyaml.Chains;
import org.rulebatch.validate.Validator;
import org.rulebatch.yaml.YamlDocument;
import org.rulebatch.yaml.YamlException;
import tools.jackson.databind.JsonNode;

/** Checks rule files, rule metadata and people's decisions, each by what it is. */
public final class FileValidator {

    private final RuleFileCheck ruleFiles;
    private final Validator validator;

    public FileValidator(Catalog catalog) {
        this.ruleFiles = new RuleFileCheck(catalog);
        this.validator = new Validator(catalog, new Chains(catalog));
    }

    /**
     * Checks files, and the YAML files below folders.
     *
     * @throws IOException if a folder cannot be listed or a file cannot be read
     */
    public CheckedFiles check(List<Path> paths) throws IOException {
        List<String> files = new ArrayList<>();
        List<FileFinding> findings = new ArrayList<>();
        Map<String, String> ids = new HashMap<>();
        for (Path path : paths) {
            for (Path file : files(path)) {
                files.add(file.toString());
                for (Finding finding : check(file, ids)) {
                    findings.add(FileFinding.of(file.toString(), finding));
                }
            }
        }
        return new CheckedFiles(files, findings);
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> below = Files.walk(path)) {
            return below.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().matches("(?s)[^.].*\\.ya?ml"))
                    .sorted()
                    .toList();
        }
    }

    private List<Finding> check(Path file, Map<String, String> ids) throws IOException {
        try {
            YamlDocument document = YamlDocument.read(file);
            JsonNode root = document.root();
            if (root.has("checks") || root.has("discovery")) {
                return ruleFiles.check(document);
            }
            if (root.has("rule_id") && root.has("decision")) {
                return decision(file);
            }
            return root.has("rule_id") || inMetadata(file) ? metadata(file, ids) : List.of(unknown(document));
        } catch (YamlException e) {
            return List.of(Finding.error("yaml.syntax", file + ":" + e.line(), e.reason(), ""));
        }
    }

    private static boolean inMetadata(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder != null && folder.endsWith("metadata");
    }

    private static Finding unknown(YamlDocument document) {
        return new Finding(
                Finding.Severity.NOTE,
                "file.unknown",
                document.place(""),
                "is neither a rule file, nor rule metadata, nor a decision",
                "");
    }

    private List<Finding> decision(Path file) {
        try {
            PersonsDecision read = OverrideReader.read(file);
            return read.decision() instanceof Decision.Automated automated
                    ? validator.validate(automated.requirement()).findings()
                    : List.of();
        } catch (OverrideException e) {
            return e.findings();
        }
    }

    private static List<Finding> metadata(Path file, Map<String, String> ids) {
        ServiceRules read = RuleFolder.readFile(file);
        List<Finding> findings = new ArrayList<>();
        for (InvalidRule invalid : read.invalid()) {
            findings.add(Finding.error("metadata.invalid", file + ":" + invalid.line(), invalid.reason(), ""));
        }
        read.rules().forEach(rule -> {
            String first = ids.putIfAbsent(rule.ruleId(), file.toString());
            if (first != null) {
                String message = "the same rule_id stands in " + first;
                findings.add(Finding.error("metadata.duplicate", file + ":1", message, "give one of them another id"));
            }
        });
        return findings;
    }
}
