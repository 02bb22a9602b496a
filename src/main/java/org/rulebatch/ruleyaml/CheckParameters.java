package org.rulebatch.ruleyaml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.files.Json;
import org.rulebatch.files.Printable;
import org.rulebatch.files.Sha256;
import org.rulebatch.requirement.Finding;
import org.rulebatch.yaml.YamlDocument;
import tools.jackson.databind.JsonNode;

/**
 * The values that an organisation states for the parameters of checks, {@code jobs/parameters.yaml}: {@code all} by the
 * parameter's name, {@code rules} by rule id and name; what is stated for a rule comes before what is stated for all. A value
 * has the type of the one that the check declares.
 */
public final class CheckParameters {

    /** Nothing is stated: each parameter has the value that its check declares. */
    public static final CheckParameters NONE = new CheckParameters(YamlDocument.parse("", ""), Map.of(), Map.of());

    private static final String ALL = "all";
    private static final String RULES = "rules";

    private final YamlDocument document;
    private final Map<String, Object> all;
    private final Map<String, Map<String, Object>> rules;

    private CheckParameters(YamlDocument document, Map<String, Object> all, Map<String, Map<String, Object>> rules) {
        this.document = document;
        this.all = all;
        this.rules = rules;
    }

    /** The values of a file in which {@link #form} finds nothing wrong. */
    public static CheckParameters of(YamlDocument document) {
        JsonNode root = document.root();
        Map<String, Map<String, Object>> rules = new LinkedHashMap<>();
        root.path(RULES).properties().forEach(rule -> rules.put(rule.getKey(), Values.map(rule.getValue())));
        return new CheckParameters(document, Values.map(root.path(ALL)), rules);
    }

    /** Whether a file holds such values. */
    public static boolean isOne(YamlDocument document) {
        return document.root().has(ALL) || document.root().has(RULES);
    }

    /** What is wrong with the file's form; empty if nothing is. */
    public static List<Finding> form(YamlDocument document) {
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, JsonNode> part : document.root().properties()) {
            String pointer = "/" + part.getKey();
            if (part.getKey().equals(ALL)) {
                values(document, pointer, part.getValue(), findings);
            } else if (part.getKey().equals(RULES) && part.getValue().isObject()) {
                part.getValue()
                        .properties()
                        .forEach(rule -> values(document, pointer + "/" + rule.getKey(), rule.getValue(), findings));
            } else {
                findings.add(Finding.error(
                        "parameters.form",
                        document.place(pointer),
                        "'" + Printable.name(part.getKey()) + "' cannot stand here",
                        "write all: with names and values, or rules: with rule ids, and names and values below"));
            }
        }
        if (!document.root().isObject()
                && !document.root().isMissingNode()
                && !document.root().isNull()) {
            findings.add(Finding.error(
                    "parameters.form",
                    document.place(""),
                    "this is not a list of names and values",
                    "write all: and rules:"));
        }
        return findings;
    }

    private static void values(YamlDocument document, String pointer, JsonNode values, List<Finding> findings) {
        if (!values.isObject()) {
            findings.add(Finding.error(
                    "parameters.form",
                    document.place(pointer),
                    "write one name and value a line",
                    "such as max_days: 60"));
        }
        values.properties().forEach(value -> {
            if (ParameterType.of(Values.of(value.getValue())).isEmpty()) {
                String name = Printable.name(value.getKey());
                findings.add(Finding.error(
                        "parameters.form",
                        document.place(pointer + "/" + value.getKey()),
                        name + " is not a text, a number, true, false, or a list of one of these",
                        ""));
            }
        });
    }

    /** Whether nothing is stated. */
    public boolean isEmpty() {
        return all.isEmpty() && rules.isEmpty();
    }

    /** The names of what is stated, {@code allowed_regions, aws.iam.user.keys_rotated max_days}. */
    public String names() {
        List<String> names = new ArrayList<>(all.keySet());
        rules.forEach((rule, values) -> values.keySet().forEach(name -> names.add(rule + " " + name)));
        return String.join(", ", names);
    }

    /** The same for files that state the same, and for no others: a hash of all that is stated. */
    public String identity() {
        return Sha256.hex(Json.text(List.of(all, rules)).getBytes(StandardCharsets.UTF_8));
    }

    /** What is stated and no check of these files declares, or not with that type; empty if nothing is. */
    public List<Finding> problems(List<RuleDocument> documents) {
        Map<String, Check> checks = new LinkedHashMap<>();
        Set<String> known = new TreeSet<>();
        documents.forEach(document -> document.checks().forEach(check -> {
            checks.put(check.ruleId(), check);
            known.addAll(declared(check).keySet());
        }));
        List<Finding> findings = new ArrayList<>();
        all.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(
                        name -> findings.add(unknown("/" + ALL + "/" + name, name, "no check has a parameter", known)));
        rules.forEach((rule, values) -> {
            Check check = checks.get(rule);
            String pointer = "/" + RULES + "/" + rule;
            if (check == null) {
                findings.add(unknown(pointer, rule, "there is no check for the rule", checks.keySet()));
                return;
            }
            Set<String> declared = new TreeSet<>(declared(check).keySet());
            values.keySet().stream()
                    .filter(name -> !declared.contains(name))
                    .forEach(name ->
                            findings.add(unknown(pointer + "/" + name, name, rule + " has no parameter", declared)));
        });
        checks.values().forEach(check -> findings.addAll(ofTypes(check)));
        return findings.stream().distinct().toList();
    }

    private Finding unknown(String pointer, String name, String what, Set<String> known) {
        String hint = Nearest.to(name, known)
                .map(near -> "did you mean '" + near + "'?")
                .orElse(known.isEmpty() ? "there are none" : "there are " + String.join(", ", known));
        String message = what + " '" + Printable.name(name) + "'";
        return Finding.error("parameters.unknown", document.place(pointer), message, hint);
    }

    private List<Finding> ofTypes(Check check) {
        List<Finding> findings = new ArrayList<>();
        declared(check).forEach((name, value) -> {
            ParameterType type = ParameterType.of(value).orElse(ParameterType.TEXT);
            Object stated = stated(check, name);
            if (stated != null && !type.takes(stated)) {
                boolean own = rules.getOrDefault(check.ruleId(), Map.of()).containsKey(name);
                String pointer = own ? "/" + RULES + "/" + check.ruleId() + "/" + name : "/" + ALL + "/" + name;
                String message = name + " is " + type.words() + " in " + check.ruleId();
                findings.add(Finding.error("parameters.type", document.place(pointer), message, type.hint()));
            }
        });
        return findings;
    }

    /** The same file, its checks with the values that are stated. */
    public RuleDocument applied(RuleDocument rules) {
        if (isEmpty()) {
            return rules;
        }
        List<Check> checks = rules.checks().stream().map(this::applied).toList();
        return new RuleDocument(rules.service(), rules.discoveries(), checks);
    }

    private Check applied(Check check) {
        if (!(check.demand() instanceof Demand.Expressions asked)
                || asked.parameters().isEmpty()) {
            return check;
        }
        Map<String, Object> values = new LinkedHashMap<>(asked.parameters());
        values.replaceAll((name, value) -> {
            Object stated = stated(check, name);
            return stated == null ? value : stated;
        });
        Demand demand = new Demand.Expressions(asked.where(), asked.with(), values, asked.complies(), asked.covers());
        return new Check(check.ruleId(), check.title(), check.severity(), check.forEach(), demand);
    }

    private @Nullable Object stated(Check check, String name) {
        Object own = rules.getOrDefault(check.ruleId(), Map.of()).get(name);
        return own == null ? all.get(name) : own;
    }

    private static Map<String, Object> declared(Check check) {
        return check.demand() instanceof Demand.Expressions asked ? asked.parameters() : Map.of();
    }
}
