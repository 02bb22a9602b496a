package org.rulebatch.metadata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rulebatch.files.IoReason;
import org.rulebatch.files.Printable;
import org.rulebatch.requirement.Finding;
import org.rulebatch.yaml.YamlDocument;
import org.rulebatch.yaml.YamlException;
import tools.jackson.databind.JsonNode;

/** What one metadata file holds: a rule, or the reason why it does not hold one. */
sealed interface RuleFile {

    /** What was found; an invalid file has at least one error. */
    List<Finding> findings();

    record Valid(RuleMetadata rule, String file, int line, List<Finding> findings) implements RuleFile {}

    record Invalid(InvalidRule rule, List<Finding> findings) implements RuleFile {}

    /** Reads {@code <service>/metadata/<rule_id>.yaml}. */
    static RuleFile read(String service, Path file) {
        String stem = Printable.name(file.getFileName().toString().replaceFirst("\\.ya?ml$", ""));
        try {
            return read(service, stem, YamlDocument.read(file));
        } catch (YamlException e) {
            return invalid(service, stem, file, e.line(), "yaml.syntax", e.reason());
        } catch (IOException e) {
            return invalid(service, stem, file, 1, "file.unreadable", "cannot be read: " + IoReason.words(e));
        }
    }

    /** A file that cannot be read as YAML at all. */
    static Invalid invalid(String service, String stem, Path file, int line, String id, String reason) {
        Finding finding = Finding.error(id, file + ":" + line, reason, "");
        return new Invalid(new InvalidRule(service, stem, file.toString(), line, reason), List.of(finding));
    }

    /** The service that a file states; empty where it states none, or cannot be read, which {@link #read} reports. */
    static String statedService(Path file) {
        try {
            return text(YamlDocument.read(file).root(), "service");
        } catch (YamlException | IOException e) {
            return "";
        }
    }

    private static RuleFile read(String service, String stem, YamlDocument document) {
        JsonNode root = document.root();
        List<Finding> findings = new MetadataCheck(document, service).findings();
        String id = text(root, "rule_id");
        return findings.stream()
                .filter(Finding::isError)
                .findFirst()
                .<RuleFile>map(error -> new Invalid(
                        invalid(service, Names.isRuleId(id) ? id : stem, document.source(), error), findings))
                .orElseGet(() ->
                        new Valid(rule(service, id, root), document.source(), document.line("/rule_id"), findings));
    }

    private static InvalidRule invalid(String service, String id, String file, Finding error) {
        int line = Integer.parseInt(error.place().substring(file.length() + 1));
        String reason = error.hint().isEmpty() ? error.message() : error.message() + "; " + error.hint();
        return new InvalidRule(service, id, file, line, reason);
    }

    private static RuleMetadata rule(String service, String id, JsonNode root) {
        String[] parts = id.split("\\.");
        String resource = text(root, "resource");
        return new RuleMetadata(
                id,
                service,
                resource.isEmpty() && parts.length > 2 ? parts[2] : resource,
                text(root, "requirement"),
                text(root, "title"),
                text(root, "description"),
                text(root, "rationale"),
                text(root, "remediation"),
                text(root, "severity").isEmpty() ? "medium" : text(root, "severity"),
                texts(root.path("references"), ""),
                texts(root.path("compliance"), ""));
    }

    /** A text, the texts of a list, or those of a mapping, each behind its key: {@code {CIS 3.0: [2.1.4]}} says {@code CIS 3.0 2.1.4}. */
    private static List<String> texts(JsonNode node, String before) {
        List<String> texts = new ArrayList<>();
        if (node.isObject()) {
            node.properties()
                    .forEach(each -> texts.addAll(texts(each.getValue(), (before + " " + each.getKey()).strip())));
        } else if (node.isArray()) {
            node.forEach(each -> texts.addAll(texts(each, before)));
        } else if (node.isValueNode() && !node.isNull()) {
            texts.add((before + " " + node.asString().strip()).strip());
        }
        return texts.stream().filter(each -> !each.isEmpty()).distinct().toList();
    }

    /** The text of a key; empty where there is none. */
    static String text(JsonNode root, String key) {
        JsonNode value = root.path(key);
        return value.isValueNode() && !value.isNull() ? value.asString().strip() : "";
    }
}
