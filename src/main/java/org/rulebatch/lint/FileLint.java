package org.rulebatch.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.files.IoReason;
import org.rulebatch.files.Printable;
import org.rulebatch.generate.override.OverrideException;
import org.rulebatch.generate.override.OverrideReader;
import org.rulebatch.generate.override.PersonsDecision;
import org.rulebatch.knowledge.Family;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.KnowledgeCheck;
import org.rulebatch.metadata.Names;
import org.rulebatch.metadata.RuleFolder;
import org.rulebatch.metadata.ServiceRules;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Finding;
import org.rulebatch.ruleyaml.Chains;
import org.rulebatch.ruleyaml.CheckParameters;
import org.rulebatch.validate.Validator;
import org.rulebatch.yaml.YamlDocument;
import org.rulebatch.yaml.YamlException;
import tools.jackson.databind.JsonNode;

/** Checks rule files, their examples, rule metadata, people's decisions and knowledge, and job files, each by what it is. */
public final class FileLint {

    private static final String YAML = "(?s)[^.].*\\.ya?ml";
    private static final int DEEPEST = 20;

    private final RuleFileLint ruleFiles;
    private final Validator validator;
    private final KnowledgeCheck knowledge;
    private final JobFileLint jobs;
    private final ExamplesLint examples;
    private final Map<String, String> ids = new HashMap<>();

    /** @param examples holds examples against the rule files that are checked in the same call */
    public FileLint(Catalog catalog, JobFileLint jobs, ExamplesLint examples) {
        this.examples = examples;
        this.ruleFiles = new RuleFileLint(catalog);
        this.validator = new Validator(catalog, new Chains(catalog));
        this.knowledge = new KnowledgeCheck(
                catalog, Knowledge.bundled().families().stream().map(Family::id).toList());
        this.jobs = jobs;
    }

    /**
     * Checks files, and the YAML files below folders.
     *
     * @throws IOException if a folder cannot be listed
     */
    public CheckedFiles check(List<Path> paths) throws IOException {
        List<String> files = new ArrayList<>();
        List<FileFinding> findings = new ArrayList<>();
        ids.clear();
        ExampleFiles exampleFiles = new ExampleFiles(examples);
        for (Path path : paths) {
            for (Path file : files(path)) {
                files.add(file.toString());
                for (Finding finding : check(file, exampleFiles)) {
                    findings.add(FileFinding.of(file.toString(), finding));
                }
            }
        }
        exampleFiles.findings().forEach(finding -> findings.add(FileFinding.of(fileOf(finding), finding)));
        return new CheckedFiles(files, findings);
    }

    private static String fileOf(Finding finding) {
        return finding.place().replaceFirst(":\\d+$", "");
    }

    /** Whatever bears the name of a YAML file is looked at, so that a pipe or a device is reported and not passed over. */
    private static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> below = Files.walk(path, DEEPEST)) {
            return below.filter(file -> !Files.isDirectory(file))
                    .filter(file -> file.getFileName().toString().matches(YAML))
                    .sorted()
                    .toList();
        }
    }

    private List<Finding> check(Path file, ExampleFiles exampleFiles) {
        try {
            if (inMetadata(file)) {
                return metadata(file);
            }
            YamlDocument document = YamlDocument.read(file);
            JsonNode root = document.root();
            String stem = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
            if (root.has("checks") || root.has("discovery")) {
                List<Finding> found = ruleFiles.check(document);
                if (found.stream().noneMatch(Finding::isError)) {
                    exampleFiles.addRules(document);
                }
                return found;
            }
            if (root.has("rules") || in("examples", file)) {
                exampleFiles.addExamples(document);
                return List.of();
            }
            if (root.has("rule_id") && root.has("decision") || in("overrides", file)) {
                return decision(file);
            }
            if (root.has("resource") && root.has("list") || in("knowledge", file)) {
                return knowledge.check(document);
            }
            if (stem.equals("parameters") && CheckParameters.isOne(document)) {
                return CheckParameters.form(document);
            }
            if (jobs.knows(stem)) {
                return jobs.check(stem, document);
            }
            return root.has("rule_id") ? metadata(file) : List.of(unknown(document));
        } catch (YamlException e) {
            return List.of(Finding.error("yaml.syntax", file + ":" + e.line(), e.reason(), ""));
        } catch (IOException e) {
            return List.of(Finding.error("file.unreadable", file + ":1", "cannot be read: " + IoReason.words(e), ""));
        }
    }

    private static boolean inMetadata(Path file) {
        return in("metadata", file);
    }

    private static boolean in(String name, Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return folder != null && folder.endsWith(name);
    }

    private static Finding unknown(YamlDocument document) {
        return new Finding(
                Finding.Severity.NOTE,
                "file.unknown",
                document.place(""),
                "is not a rule file, examples, rule metadata, a decision, knowledge or a job file",
                "");
    }

    private List<Finding> decision(Path file) {
        try {
            PersonsDecision read = OverrideReader.read(file);
            return read.decision() instanceof Decision.WithCheck check
                    ? validator.validate(check.requirement()).findings()
                    : List.of();
        } catch (OverrideException e) {
            return e.findings();
        }
    }

    private List<Finding> metadata(Path file) {
        ServiceRules read = RuleFolder.readFile(file);
        List<Finding> findings = new ArrayList<>(read.findings());
        if (!inMetadata(file)) {
            findings.add(new Finding(
                    Finding.Severity.WARNING,
                    "file.passed_over",
                    file + ":1",
                    "is a rule's metadata, but a run reads <service>/metadata/<rule_id>.yaml only",
                    "move it there"));
        }
        String service = read.service();
        if (inMetadata(file) && !Names.isService(service)) {
            findings.add(Finding.error(
                    "metadata.folder",
                    file + ":1",
                    "its folder " + Printable.name(service) + " cannot be a service's",
                    "name the folder with lower-case letters, digits, _ and - only"));
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
