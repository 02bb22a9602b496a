package org.rulebatch.ruleyaml;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulebatch.requirement.Cover;
import org.rulebatch.requirement.Finding;
import org.rulebatch.requirement.Piece;
import org.rulebatch.yaml.YamlDocument;
import org.rulebatch.yaml.YamlException;
import tools.jackson.databind.JsonNode;

/** Reads rule files that hold against the {@link RuleYamlSchema}. Thread-safe. */
public final class RuleYamlReader {

    private final RuleYamlSchema schema = new RuleYamlSchema();

    /**
     * Reads a file.
     *
     * @throws RuleYamlException if it does not hold against the schema
     * @throws YamlException if it is not YAML
     * @throws IOException if it cannot be read
     */
    public RuleDocument read(Path file) throws IOException {
        return read(YamlDocument.read(file));
    }

    /**
     * Reads a file that is already parsed.
     *
     * @throws RuleYamlException if it does not hold against the schema
     */
    public RuleDocument read(YamlDocument document) {
        List<Finding> findings = schema.check(document);
        if (!findings.isEmpty()) {
            throw new RuleYamlException(findings);
        }
        JsonNode root = document.root();
        String service = root.path("service").asString();
        List<Discovery> discoveries = new ArrayList<>();
        root.path("discovery").forEach(node -> discoveries.add(discovery(service, node)));
        List<Check> checks = new ArrayList<>();
        root.path("checks").forEach(node -> checks.add(check(node)));
        return new RuleDocument(service, discoveries, checks);
    }

    private static Discovery discovery(String service, JsonNode node) {
        JsonNode call = node.path("calls").path(0);
        JsonNode emit = node.path("emit");
        return new Discovery(
                node.path("discovery_id").asString(),
                text(node, "for_each"),
                call.path("client").asString(service),
                call.path("action").asString(),
                Values.map(call.path("params")),
                call.path("save_as").asString(),
                text(emit, "items_for"),
                templates(emit.path("item")));
    }

    private static Map<String, String> templates(JsonNode item) {
        Map<String, String> templates = new LinkedHashMap<>();
        item.properties()
                .forEach(entry -> templates.put(entry.getKey(), entry.getValue().asString()));
        return templates;
    }

    private static @Nullable String text(JsonNode node, String key) {
        return node.has(key) ? node.path(key).asString() : null;
    }

    private static Check check(JsonNode node) {
        return new Check(
                node.path("rule_id").asString(),
                node.path("title").asString(),
                node.path("severity").asString(),
                node.path("for_each").asString(),
                node.has("complies")
                        ? expressions(node)
                        : new Demand.Conditions(ClauseReader.clause(node.path("conditions"))));
    }

    private static Demand.Expressions expressions(JsonNode node) {
        List<Cover> covers = new ArrayList<>();
        node.path("covers")
                .forEach(each -> covers.add(new Cover(
                        each.path("text").asString(), Piece.of(each.path("by").asString()))));
        return new Demand.Expressions(
                text(node, "where"),
                templates(node.path("with")),
                Values.map(node.path("parameters")),
                node.path("complies").asString(),
                covers);
    }
}
