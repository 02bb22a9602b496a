package org.rulebatch.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rulebatch.metadata.RuleFolder;
import org.rulebatch.metadata.RuleMetadata;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Labelled rules: a JSON list of labels, and the folder that holds the rules they are about. */
public final class Labels {

    private Labels() {}

    /** A rule and its label. */
    public record LabelledRule(RuleMetadata rule, Label label) {}

    /**
     * Reads labels and their rules, in the order of the file.
     *
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if a label's rule is not in the folder
     */
    public static List<LabelledRule> read(Path labels, Path rulesDir) throws IOException {
        JsonNode root = JsonMapper.shared().readTree(Files.readString(labels));
        RuleFolder folder = new RuleFolder(rulesDir);
        Map<String, Map<String, RuleMetadata>> services = new TreeMap<>();
        List<LabelledRule> rules = new ArrayList<>();
        for (JsonNode node : root) {
            Label label = label(node);
            if (!services.containsKey(label.service())) {
                Map<String, RuleMetadata> byId = new HashMap<>();
                folder.read(label.service(), new HashMap<>()).rules().forEach(rule -> byId.put(rule.ruleId(), rule));
                services.put(label.service(), byId);
            }
            RuleMetadata rule = services.get(label.service()).get(label.ruleId());
            if (rule == null) {
                throw new IllegalArgumentException(
                        labels + ": " + rulesDir + " has no rule " + label.ruleId() + "; pass the right --rules-dir");
            }
            rules.add(new LabelledRule(rule, label));
        }
        return rules;
    }

    private static Label label(JsonNode node) {
        List<Label.Answer> answers = new ArrayList<>();
        node.path("answers")
                .forEach(answer -> answers.add(new Label.Answer(
                        answer.path("api").asString(),
                        answer.path("operation").asString(),
                        answer.path("path").asString(),
                        answer.path("op").asString(),
                        plain(answer.path("value")))));
        return new Label(
                node.path("rule_id").asString(),
                node.path("service").asString(),
                node.path("decidable").asString(),
                node.path("clarity").asString(),
                answers);
    }

    private static @Nullable Object plain(JsonNode value) {
        if (value.isArray()) {
            List<Object> list = new ArrayList<>();
            value.forEach(each -> list.add(String.valueOf(plain(each))));
            return list;
        }
        return value.isNull() || value.isMissingNode()
                ? null
                : value.isNumber() ? value.numberValue() : value.isBoolean() ? value.asBoolean() : value.asString();
    }
}
