package org.rulebatch.prove;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.engine.Verdict;
import org.rulebatch.language.Language;
import org.rulebatch.lint.CheckCompiler;
import org.rulebatch.requirement.Finding;
import org.rulebatch.ruleyaml.Check;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.yaml.YamlDocument;
import org.rulebatch.yaml.YamlException;
import org.rulebatch.yaml.YamlSchema;
import tools.jackson.databind.JsonNode;

/** Holds a rule file against examples, those of the prover and people's own: each check must say what its examples say. */
public final class Examples {

    /** The schema's file name. */
    public static final String SCHEMA_FILE = "examples.schema.json";

    private static final YamlSchema SCHEMA = YamlSchema.bundled(SCHEMA_FILE);

    private final Catalog catalog;
    private final Supplier<Language> language;

    /** @param language gives the same one each time */
    public Examples(Catalog catalog, Supplier<Language> language) {
        this.catalog = catalog;
        this.language = language;
    }

    /** The schema's text. */
    public static String schema() {
        return SCHEMA.text();
    }

    /**
     * Checks a file of examples.
     *
     * @return what does not hold, each at its line; a rule without a check in the rule file is a note
     * @throws IOException if the file cannot be read
     */
    public List<Finding> check(RuleDocument document, Path file) throws IOException {
        try {
            return check(document, YamlDocument.read(file));
        } catch (YamlException e) {
            return List.of(Finding.error("yaml.syntax", file + ":" + e.line(), e.reason(), ""));
        }
    }

    /** Checks examples that are already parsed. */
    public List<Finding> check(RuleDocument document, YamlDocument examples) {
        List<Finding> findings = new ArrayList<>(form(examples));
        if (findings.isEmpty()) {
            examples.root()
                    .path("rules")
                    .properties()
                    .forEach(rule -> findings.addAll(check(document, examples, rule)));
        }
        return findings;
    }

    /** The examples that a file gives of a rule; none where its form is wrong. */
    public List<Example> of(YamlDocument examples, String ruleId) {
        List<Example> found = new ArrayList<>();
        if (form(examples).isEmpty()) {
            examples.root().path("rules").path(ruleId).forEach(each -> found.add(example(each)));
        }
        return found;
    }

    /** The time that examples of a file are judged at. */
    public static Instant now(YamlDocument examples) {
        JsonNode now = examples.root().path("now");
        return now.isMissingNode() ? Moment.NOW : Instant.parse(now.asString());
    }

    /** What is wrong with the form of a file of examples. */
    static List<Finding> form(YamlDocument examples) {
        return SCHEMA.check(examples).stream()
                .map(each -> Finding.error("yaml.schema", each.place(), each.message(), "see " + SCHEMA_FILE))
                .toList();
    }

    private List<Finding> check(RuleDocument document, YamlDocument file, Map.Entry<String, JsonNode> rule) {
        String id = rule.getKey();
        String pointer = "/rules/" + id.replace("~", "~0").replace("/", "~1");
        List<String> ids = document.checks().stream().map(Check::ruleId).toList();
        if (!ids.contains(id)) {
            String near = Nearest.to(id, ids)
                    .map(each -> "; did you mean '" + each + "'?")
                    .orElse("");
            return List.of(
                    Finding.note("example.no_check", file.place(pointer), "the rule file has no check " + id + near));
        }
        Instant now = now(file);
        RuleDocument alone = document.only(document.checks().get(ids.indexOf(id)));
        Stage stage = new Stage(alone, catalog, new CheckCompiler(alone, language));
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < rule.getValue().size(); i++) {
            Example example = example(rule.getValue().get(i));
            held(stage, id, example, now, file.place(pointer + "/" + i)).ifPresent(findings::add);
        }
        return findings;
    }

    private static Optional<Finding> held(Stage stage, String rule, Example example, Instant now, String place) {
        Verdict verdict = stage.verdict(rule, example, now);
        if (verdict.status() == example.verdict()) {
            return Optional.empty();
        }
        String reason = verdict.reason().isEmpty() ? "" : ": " + verdict.reason();
        return Optional.of(Finding.error(
                "example.other_verdict",
                place,
                "the check of " + rule + " says " + verdict.status() + " where the example says " + example.verdict()
                        + reason,
                "correct the check, or the example if the rule has changed"));
    }

    private Example example(JsonNode node) {
        Map<String, List<Reply>> answers = new LinkedHashMap<>();
        node.path("answers").properties().forEach(read -> answers.put(read.getKey(), replies(read)));
        return new Example(Verdict.Status.valueOf(node.path("verdict").asString()), answers);
    }

    private List<Reply> replies(Map.Entry<String, JsonNode> read) {
        TypedAnswer typed = new TypedAnswer(catalog, read.getKey());
        if (read.getValue().isObject()) {
            return List.of(new Reply(Map.of(), typed.of(read.getValue())));
        }
        List<Reply> replies = new ArrayList<>();
        read.getValue()
                .forEach(reply ->
                        replies.add(new Reply(typed.of(reply.path("params")), typed.of(reply.path("answer")))));
        return replies;
    }
}
