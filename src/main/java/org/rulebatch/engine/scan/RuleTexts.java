package org.rulebatch.engine.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulebatch.yaml.YamlDocument;
import org.rulebatch.yaml.YamlException;
import tools.jackson.databind.JsonNode;

/**
 * What people wrote about the rules, where it is at hand.
 *
 * @param remediations rule id to what to do
 * @param frameworks rule id to the requirements of frameworks that it answers
 */
public record RuleTexts(Map<String, String> remediations, Map<String, List<String>> frameworks) {

    /** Nothing is at hand. */
    public static final RuleTexts NONE = new RuleTexts(Map.of(), Map.of());

    private static final String METADATA = "metadata";
    private static final int DEEPEST = 4;

    public RuleTexts {
        remediations = Map.copyOf(remediations);
        frameworks = Map.copyOf(frameworks);
    }

    /**
     * The texts of the rules whose metadata stands beside the rule files, as deployRules leaves them:
     * {@code <service>/rules/<service>.yaml} and {@code <service>/metadata/<rule_id>.yaml}. A run's own files have none beside them.
     *
     * @param rules a rule file, or a folder with rule files
     * @throws IOException if a folder cannot be listed
     */
    public static RuleTexts beside(Path rules) throws IOException {
        Path folder = Files.isDirectory(rules) ? rules : serviceOf(rules);
        if (folder == null) {
            return NONE;
        }
        Map<String, String> remediations = new HashMap<>();
        Map<String, List<String>> frameworks = new HashMap<>();
        for (Path file : metadata(folder)) {
            read(file, remediations, frameworks);
        }
        return new RuleTexts(remediations, frameworks);
    }

    private static @Nullable Path serviceOf(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return folder != null && folder.endsWith("rules") ? folder.getParent() : null;
    }

    private static List<Path> metadata(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            return files.filter(file -> file.toString().endsWith(".yaml") && isMetadata(file))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isMetadata(Path file) {
        Path folder = file.getParent();
        return folder != null && folder.endsWith(METADATA);
    }

    private static void read(Path file, Map<String, String> remediations, Map<String, List<String>> frameworks)
            throws IOException {
        JsonNode root;
        try {
            root = YamlDocument.read(file).root();
        } catch (YamlException e) {
            return; // 'validate' says what is wrong with it; a scan does without
        }
        String rule = root.path("rule_id").asString("");
        String remediation = root.path("remediation").asString("").strip();
        if (!remediation.isEmpty()) {
            remediations.put(rule, remediation);
        }
        List<String> named = new ArrayList<>();
        root.path("compliance").forEach(each -> named.add(each.asString("")));
        if (!named.isEmpty()) {
            frameworks.put(rule, named);
        }
    }

    String remediation(String ruleId) {
        return remediations.getOrDefault(ruleId, "");
    }

    List<String> frameworks(String ruleId) {
        return frameworks.getOrDefault(ruleId, List.of());
    }
}
