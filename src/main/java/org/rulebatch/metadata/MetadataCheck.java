package org.rulebatch.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.files.Printable;
import org.rulebatch.requirement.Finding;
import org.rulebatch.yaml.YamlDocument;
import tools.jackson.databind.JsonNode;

/** Ensures that a rule's metadata has an id that can be one, known keys, texts where texts stand, and a known severity. */
final class MetadataCheck {

    /** The keys that hold one text each. */
    private static final List<String> TEXTS = List.of(
            "rule_id",
            "service",
            "resource",
            "requirement",
            "title",
            "description",
            "rationale",
            "remediation",
            "severity");

    /** The keys that are read. */
    private static final List<String> READ =
            Stream.concat(TEXTS.stream(), Stream.of("references", "compliance")).toList();

    /** Further keys that catalogues of rules have; they are not read. */
    private static final Set<String> OTHERS =
            Set.of("scope", "domain", "subcategory", "assertion_id", "source", "origin", "tags");

    /** Names that a file cannot have on Windows, with any extension: Microsoft, "Naming Files, Paths, and Namespaces". */
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    private static final Pattern AWS = Pattern.compile("(?i)aws(\\..*)?", Pattern.DOTALL);
    private static final int PARTS_OF_AWS = 3;

    private final YamlDocument document;
    private final String service;
    private final List<Finding> findings = new ArrayList<>();

    /** @param service the folder that the file stands in, or what it states */
    MetadataCheck(YamlDocument document, String service) {
        this.document = document;
        this.service = service;
    }

    /** What is wrong, in the order in which it matters; the first error is why the rule is invalid. */
    List<Finding> findings() {
        JsonNode root = document.root();
        if (!root.isObject()) {
            error("metadata.form", "", "holds no mapping of keys; a rule needs at least rule_id", "");
            return findings;
        }
        service(root);
        id(root);
        texts(root);
        severity(root);
        keys(root);
        return findings;
    }

    private void id(JsonNode root) {
        JsonNode node = root.path("rule_id");
        String id = RuleFile.text(root, "rule_id");
        if (node.isNumber() || node.isBoolean() || NUMBER.matcher(id).matches()) {
            String message = "rule_id " + Printable.name(id) + " is a number or a truth value, not an id";
            error("metadata.rule_id", "/rule_id", message, "write an id with a name in it");
        } else if (id.isEmpty()) {
            String hint = "add rule_id: aws." + Printable.name(service) + ".…";
            error("metadata.rule_id", node.isMissingNode() ? "" : "/rule_id", "rule_id is missing", hint);
        } else if (!Names.isRuleId(id)) {
            String message = "rule_id '" + Printable.name(id)
                    + "' may hold letters, digits, _ and - in parts joined by single dots, 200 characters in all";
            error("metadata.rule_id", "/rule_id", message, "");
        } else if (DEVICE.matcher(id).matches()) {
            String message = "rule_id '" + id + "' is the name of a device on Windows and so cannot name a file";
            error("metadata.rule_id", "/rule_id", message, "");
        } else if (AWS.matcher(id).matches()) {
            awsId(id);
        }
    }

    /** {@code aws.<service>.<what is checked>}; ids of other forms are people's own and say nothing of a service. */
    private void awsId(String id) {
        String[] parts = id.split("\\.");
        if (parts.length < PARTS_OF_AWS) {
            String message = "rule_id '" + id + "' names no check: an id of AWS has a service and what is checked";
            error("metadata.rule_id", "/rule_id", message, "write aws." + service + ".<resource>.<check>");
        } else if (!service.isEmpty() && !parts[1].equals(service)) {
            String message =
                    "rule_id '" + id + "' is about '" + parts[1] + "' but stands in the folder of '" + service + "'";
            error("metadata.rule_id", "/rule_id", message, "move the file or correct the id");
        }
    }

    private void service(JsonNode root) {
        String stated = RuleFile.text(root, "service");
        if (!stated.isEmpty() && !stated.equals(service)) {
            String message =
                    "states service '" + Printable.name(stated) + "' but stands in the folder of '" + service + "'";
            error("metadata.service", "/service", message, "move the file or correct the key");
        }
    }

    private void texts(JsonNode root) {
        for (String key : TEXTS) {
            JsonNode node = root.path(key);
            if (node.isContainer() && !key.equals("rule_id")) {
                error("metadata.not_text", "/" + key, key + " is a list or a mapping", "write one text");
            }
        }
    }

    private void severity(JsonNode root) {
        String severity = RuleFile.text(root, "severity");
        if (!severity.isEmpty() && !Severities.isKnown(severity)) {
            String hint = Nearest.to(severity, Severities.NAMES)
                    .map(near -> "did you mean '" + near + "'?")
                    .orElse("write one of " + String.join(", ", Severities.NAMES));
            error("metadata.severity", "/severity", "severity '" + Printable.name(severity) + "' is not known", hint);
        }
    }

    /** A key that is nearly one that is read, and stands in its place, is an error: the rule would lose its text. */
    private void keys(JsonNode root) {
        for (String key : root.propertyNames()) {
            if (READ.contains(key) || OTHERS.contains(key)) {
                continue;
            }
            String pointer = "/" + key.replace("~", "~0").replace("/", "~1");
            Optional<String> meant = Nearest.to(key, READ).filter(near -> !root.has(near));
            if (meant.isPresent()) {
                String message = "the key '" + Printable.name(key) + "' is not known";
                error("metadata.misspelt_key", pointer, message, "did you mean '" + meant.get() + "'?");
            } else {
                String message = "the key '" + Printable.name(key) + "' is not known and is not read";
                findings.add(new Finding(
                        Finding.Severity.WARNING, "metadata.unknown_key", document.place(pointer), message, ""));
            }
        }
    }

    private void error(String id, String pointer, String message, String hint) {
        findings.add(Finding.error(id, document.place(pointer), message, hint));
    }
}
