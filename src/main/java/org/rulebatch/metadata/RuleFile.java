package org.rulebatch.metadata;

import java.io.IOException;
import java.nio.file.Path;
import org.rulebatch.files.IoReason;
import org.rulebatch.yaml.YamlDocument;
import org.rulebatch.yaml.YamlException;
import tools.jackson.databind.JsonNode;

/** What one metadata file holds: a rule, or the reason why it is none. */
sealed interface RuleFile {

    record Valid(RuleMetadata rule, String file, int line) implements RuleFile {}

    record Invalid(InvalidRule rule) implements RuleFile {}

    /** Reads {@code <service>/metadata/<rule_id>.yaml}. */
    static RuleFile read(String service, Path file) {
        String stem = Names.printable(file.getFileName().toString().replaceFirst("\\.ya?ml$", ""));
        try {
            return read(service, stem, YamlDocument.read(file));
        } catch (YamlException e) {
            return new Invalid(new InvalidRule(service, stem, file.toString(), e.line(), e.reason()));
        } catch (IOException e) {
            String reason = "cannot be read: " + IoReason.words(e);
            return new Invalid(new InvalidRule(service, stem, file.toString(), 1, reason));
        }
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
        if (!root.isObject()) {
            return invalid(service, stem, document, "", "holds no mapping of keys; a rule needs at least rule_id");
        }
        String id = text(root, "rule_id");
        if (id.isEmpty()) {
            return invalid(service, stem, document, "", "rule_id is missing; add rule_id: aws." + service + ".…");
        }
        if (!Names.isRuleId(id)) {
            String reason = "rule_id '" + Names.printable(id)
                    + "' may hold letters, digits, _ and - in parts joined by single dots, 200 characters in all";
            return invalid(service, stem, document, "/rule_id", reason);
        }
        String stated = text(root, "service");
        if (!stated.isEmpty() && !stated.equals(service)) {
            String reason = "states service '" + Names.printable(stated) + "' but stands in the folder of '" + service
                    + "'; move the file or correct the key";
            return invalid(service, id, document, "/service", reason);
        }
        return new Valid(rule(service, id, root), document.source(), document.line("/rule_id"));
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
                text(root, "severity").isEmpty() ? "medium" : text(root, "severity"));
    }

    private static String text(JsonNode root, String key) {
        JsonNode value = root.path(key);
        return value.isValueNode() && !value.isNull() ? value.asString().strip() : "";
    }

    private static Invalid invalid(String service, String id, YamlDocument document, String pointer, String reason) {
        return new Invalid(new InvalidRule(service, id, document.source(), document.line(pointer), reason));
    }
}
