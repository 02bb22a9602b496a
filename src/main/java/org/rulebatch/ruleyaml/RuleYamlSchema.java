package org.rulebatch.ruleyaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rulebatch.files.Printable;
import org.rulebatch.metadata.Severities;
import org.rulebatch.requirement.Finding;
import org.rulebatch.yaml.YamlDocument;
import org.rulebatch.yaml.YamlException;
import org.rulebatch.yaml.YamlSchema;
import tools.jackson.databind.JsonNode;

/** The published JSON Schema of rule files, and what it cannot say: parents come first, and names are unique. */
public final class RuleYamlSchema {

    /** The schema's file name. */
    public static final String FILE = "rule.schema.json";

    private static final YamlSchema SCHEMA = YamlSchema.bundled(FILE);

    /** The schema's text. */
    public static String text() {
        return SCHEMA.text();
    }

    /**
     * Checks a rule file.
     *
     * @param source its name, for {@code file:line}
     * @return what is wrong with it; empty if nothing is
     */
    public List<Finding> check(String source, String yaml) {
        try {
            return check(YamlDocument.parse(source, yaml));
        } catch (YamlException e) {
            return List.of(Finding.error("yaml.syntax", source + ":" + e.line(), e.reason(), ""));
        }
    }

    /** Checks a rule file that is already parsed. */
    public List<Finding> check(YamlDocument document) {
        List<Finding> findings = new ArrayList<>();
        SCHEMA.check(document)
                .forEach(each -> findings.add(
                        Finding.error("yaml.schema", each.place(), each.message(), "see the command 'schema'")));
        if (findings.isEmpty()) {
            references(document, findings);
        }
        return findings;
    }

    private static void references(YamlDocument document, List<Finding> findings) {
        Set<String> ids = new HashSet<>();
        Set<String> saved = new HashSet<>();
        JsonNode discoveries = document.root().path("discovery");
        for (int i = 0; i < discoveries.size(); i++) {
            JsonNode discovery = discoveries.get(i);
            String place = document.place("/discovery/" + i);
            known(ids, discovery, place, findings);
            unique(ids, discovery.path("discovery_id").asString(), place, findings);
            unique(saved, discovery.path("calls").path(0).path("save_as").asString(), place, findings);
        }
        Set<String> rules = new HashSet<>();
        JsonNode checks = document.root().path("checks");
        for (int i = 0; i < checks.size(); i++) {
            String place = document.place("/checks/" + i);
            check(ids, checks.get(i), document.root().path("version").asString(""), place, findings);
            unique(rules, checks.get(i).path("rule_id").asString(), place, findings);
            severity(
                    checks.get(i).path("severity").asString(""),
                    document.place("/checks/" + i + "/severity"),
                    findings);
        }
    }

    /** A severity that is not known would be taken for another, and a scan's {@code --fail-on} would pass over the rule. */
    private static void severity(String word, String place, List<Finding> findings) {
        if (!Severities.isKnown(word)) {
            String hint = "write one of " + String.join(", ", Severities.NAMES);
            findings.add(Finding.error(
                    "yaml.severity", place, "severity '" + Printable.name(word) + "' is not known", hint));
        }
    }

    private static void check(Set<String> ids, JsonNode check, String version, String place, List<Finding> findings) {
        String forEach = check.path("for_each").asString("");
        boolean ofItems = !forEach.equals(Check.ACCOUNT) && !forEach.equals(Check.REGION);
        if (ofItems) {
            known(ids, check, place, findings);
        } else if (!check.has("with")) {
            String message = "a check of the " + forEach + " reads nothing";
            findings.add(
                    Finding.error("yaml.nothing_read", place, message, "name the discoveries it looks at in 'with'"));
        }
        check.path("with")
                .properties()
                .forEach(each -> known(ids, each.getValue().asString(), "with", place, findings));
        if (check.has("complies") && version.equals("1.0")) {
            String message = "'complies' is a key of version 2.0";
            findings.add(Finding.error("yaml.version", place, message, "state version: '2.0'"));
        }
    }

    private static void known(Set<String> ids, JsonNode of, String place, List<Finding> findings) {
        String parent = of.path("for_each").asString("");
        if (!parent.isEmpty()) {
            known(ids, parent, "for_each", place, findings);
        }
    }

    private static void known(Set<String> ids, String id, String key, String place, List<Finding> findings) {
        if (!ids.contains(id)) {
            String message = key + " names " + id + ", which no discovery above has as its id";
            findings.add(Finding.error("yaml.unknown_parent", place, message, "put the parent before it"));
        }
    }

    private static void unique(Set<String> seen, String name, String place, List<Finding> findings) {
        if (!seen.add(name)) {
            findings.add(Finding.error("yaml.duplicate", place, name + " stands here a second time", "rename one"));
        }
    }
}
