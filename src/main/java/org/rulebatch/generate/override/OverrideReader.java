package org.rulebatch.generate.override;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulebatch.files.IoReason;
import org.rulebatch.requirement.Binding;
import org.rulebatch.requirement.Call;
import org.rulebatch.requirement.Cause;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Expectation;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Finding;
import org.rulebatch.requirement.Operator;
import org.rulebatch.requirement.Quantifier;
import org.rulebatch.requirement.Read;
import org.rulebatch.requirement.Requirement;
import org.rulebatch.requirement.Subject;
import org.rulebatch.requirement.Where;
import org.rulebatch.yaml.YamlDocument;
import org.rulebatch.yaml.YamlException;
import org.rulebatch.yaml.YamlSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a person's decision, {@code <rule_id>.yaml}, in the form of {@code override.schema.json}. */
public final class OverrideReader {

    private static final YamlSchema SCHEMA = YamlSchema.bundled("override.schema.json");
    private static final String HINT = "correct the file, or remove it to have the rule decided by the generator";

    private OverrideReader() {}

    /**
     * Reads a file.
     *
     * @throws OverrideException if it is not of the form, or is named otherwise than its rule
     */
    public static PersonsDecision read(Path file) {
        try {
            PersonsDecision read = read(YamlDocument.read(file));
            if (!file.getFileName().toString().equals(read.ruleId() + ".yaml")) {
                throw fault(file + ":1", "the file is about " + read.ruleId() + "; name it " + read.ruleId() + ".yaml");
            }
            return read;
        } catch (YamlException e) {
            throw fault(file + ":" + e.line(), e.reason());
        } catch (IOException e) {
            throw fault(file + ":1", "cannot be read: " + IoReason.words(e));
        }
    }

    /** Reads a document. */
    public static PersonsDecision read(YamlDocument document) {
        List<Finding> findings = SCHEMA.check(document).stream()
                .map(violation -> Finding.error("override.form", violation.place(), violation.message(), HINT))
                .toList();
        if (!findings.isEmpty()) {
            throw new OverrideException(findings);
        }
        JsonNode root = document.root();
        String id = root.path("rule_id").asString("");
        String reason = root.path("reason").asString("");
        if (root.path("decision").asString("").equals("manual_review")) {
            return new PersonsDecision(id, new Decision.ManualReview(Cause.PERSON, reason, 1, List.of()));
        }
        List<Finding> notes =
                reason.isEmpty() ? List.of() : List.of(Finding.note("override.reason", document.source(), reason));
        return new PersonsDecision(id, new Decision.Automated(requirement(document), 1, List.of(), notes));
    }

    private static Requirement requirement(YamlDocument document) {
        JsonNode root = document.root();
        return root.has("check") ? expressions(root.path("check")) : conditions(document);
    }

    private static Expressions expressions(JsonNode node) {
        Map<String, Subject.Items> with = new LinkedHashMap<>();
        node.path("with").forEachEntry((name, reads) -> with.put(name, items(reads)));
        Map<String, Object> parameters = new LinkedHashMap<>();
        node.path("parameters").forEachEntry((name, each) -> parameters.put(name, plain(each)));
        Subject subject = node.path("for_each").isString()
                ? Subject.Place.valueOf(node.path("for_each").asString().toUpperCase(Locale.ROOT))
                : items(node.path("for_each"));
        String where = node.path("where").asString("");
        return new Expressions(
                place(subject, with.values()),
                subject,
                where.isEmpty() ? null : where,
                with,
                parameters,
                node.path("complies").asString(),
                List.of());
    }

    /** The last read of the judged items, or of the first list. */
    private static Requirement.Place place(Subject subject, Collection<Subject.Items> with) {
        Stream<Subject.Items> own = subject instanceof Subject.Items items ? Stream.of(items) : Stream.empty();
        return Stream.concat(own, with.stream())
                .findFirst()
                .map(items -> items.reads().get(items.reads().size() - 1))
                .map(read -> new Requirement.Place(read.call(), Objects.requireNonNullElse(read.items(), "")))
                .orElse(new Requirement.Place(Call.of("", ""), ""));
    }

    private static Subject.Items items(JsonNode node) {
        List<Read> reads = new ArrayList<>();
        node.forEach(each -> reads.add(new Read(
                call(each, bind(each)), each.has("items") ? each.path("items").asString() : null)));
        return new Subject.Items(reads);
    }

    private static Conditions conditions(YamlDocument document) {
        JsonNode root = document.root();
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < root.path("conditions").size(); i++) {
            try {
                conditions.add(condition(root.path("conditions").path(i)));
            } catch (IllegalArgumentException e) {
                throw fault(document.place("/conditions/" + i), String.valueOf(e.getMessage()));
            }
        }
        String logic = root.path("logic").asString(conditions.size() == 1 ? "single" : "all");
        try {
            return new Conditions(conditions, Conditions.Logic.valueOf(logic.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw fault(document.place("/logic"), String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, Binding> bind(JsonNode node) {
        Map<String, Binding> bind = new LinkedHashMap<>();
        node.path("bind")
                .forEachEntry((parameter, from) -> bind.put(
                        parameter,
                        new Binding(call(from, Map.of()), from.path("path").asString(""))));
        return bind;
    }

    private static Condition condition(JsonNode node) {
        String path = node.path("path").asString("");
        JsonNode items = node.path("items");
        return new Condition(
                node.path("name").asString(path.replaceFirst(".*[.\\]}]", "")),
                call(node, bind(node)),
                items.isString() ? items.asString() : null,
                path,
                expectation(node));
    }

    private static Call call(JsonNode node, Map<String, Binding> bind) {
        Map<String, Object> params = new LinkedHashMap<>();
        node.path("params").forEachEntry((name, value) -> params.put(name, plain(value)));
        return new Call(node.path("client").asString(""), node.path("operation").asString(""), params, bind);
    }

    private static Expectation expectation(JsonNode node) {
        List<Where> where = new ArrayList<>();
        node.path("where")
                .forEach(each -> where.add(new Where(each.path("path").asString(""), operator(each), value(each))));
        String absent = node.path("absent").asString("");
        String key = node.path("key").asString("");
        return new Expectation(
                operator(node),
                value(node),
                key.isEmpty() ? null : key,
                Quantifier.of(node.path("quantifier").asString("")).orElse(null),
                where,
                absent.isEmpty() ? null : Expectation.Absence.valueOf(absent.toUpperCase(Locale.ROOT)));
    }

    private static Operator operator(JsonNode node) {
        return Operator.of(node.path("operator").asString("")).orElseThrow();
    }

    private static @Nullable Object value(JsonNode node) {
        return node.has("value") ? plain(node.path("value")) : null;
    }

    private static Object plain(JsonNode value) {
        return JsonMapper.shared().treeToValue(value, Object.class);
    }

    private static OverrideException fault(String place, String message) {
        return new OverrideException(List.of(Finding.error("override.form", place, message, HINT)));
    }
}
