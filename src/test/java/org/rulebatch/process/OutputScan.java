package org.rulebatch.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Operation;
import org.rulebatch.files.Json;
import org.rulebatch.yaml.YamlDocument;
import tools.jackson.databind.JsonNode;

/** Looks for what must stand nowhere in what a run writes: operations that are no read, and placeholders. */
final class OutputScan {

    private static final Catalog CATALOG = Catalog.bundled();

    /** A whole template, as the schema has it; everything else with braces is one that was left open. */
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{ [A-Za-z_][A-Za-z0-9_.\\[\\]{}:-]* }}");

    private static final Pattern PLACEHOLDER = Pattern.compile(
            "(?i)[{}<>]|\\$\\(|%s|\\bTODO\\b|\\bTBD\\b|\\bFIXME\\b|\\bXXX\\b"
                    + "|\\bexample|\\byour-|placeholder|\\bchange.?me\\b|\\bnull\\b|\\bundefined\\b|123456789012|aws\\.\\{");

    /** A comparison of the check language. */
    private static final Pattern COMPARED = Pattern.compile(" [<>]=? ");

    /** Each value of a map, in a path. */
    private static final Pattern MAP_ENTRY = Pattern.compile("(?<=[A-Za-z0-9\\]])\\{}");

    /** Where no text is the root of an answer. */
    private static final Set<String> MAY_BE_EMPTY = Set.of("items");

    /** What people wrote is copied as it is. */
    private static final Set<String> PROSE = Set.of("title", "requirement", "description", "reason", "message", "hint");

    private final List<String> problems = new ArrayList<>();
    private int operations;

    List<String> problems() {
        return problems;
    }

    /** How many operations were looked at. */
    int operations() {
        return operations;
    }

    void add(String file, String problem) {
        problems.add(file + ": " + problem);
    }

    /** Scans a rule file. */
    void rules(String file, YamlDocument document) {
        JsonNode root = document.root();
        String service = root.path("service").asString();
        for (JsonNode discovery : root.path("discovery")) {
            for (JsonNode call : discovery.path("calls")) {
                operation(
                        file,
                        call.path("client").asString(service),
                        call.path("action").asString());
            }
        }
        values(file, "", root);
    }

    /** Scans {@code requirements_validated.json}; a candidate is an operation too. */
    void requirements(String file, JsonNode node) {
        if (node.has("python_method")) {
            operation(
                    file,
                    node.path("client").asString(),
                    node.path("python_method").asString());
        }
        for (String key : new TreeSet<>(node.propertyNames())) {
            if (key.equals("ai_generated_requirements") || key.equals("validated_function")) {
                values(file, key, node.path(key));
            }
        }
        node.forEach(child -> requirements(file, child));
    }

    private void operation(String file, String client, String method) {
        operations++;
        boolean read = CATALOG.service(client)
                .flatMap(service -> service.operation(method))
                .filter(Operation::isRead)
                .isPresent();
        if (!read) {
            add(file, client + "." + method + " is no read of the catalog");
        }
    }

    private void values(String file, String key, JsonNode node) {
        if (node.isString() && !PROSE.contains(key)) {
            text(file, key, node.asString());
        }
        node.properties().forEach(child -> {
            if (child.getKey().equals("params") && node.has("bind")) {
                bound(file, child.getValue(), node.path("bind"));
            } else {
                values(file, child.getKey(), child.getValue());
            }
        });
        if (node.isArray()) {
            node.forEach(child -> values(file, key, child));
        }
    }

    /** In a parameter that is bound, an empty template is the place of what {@code bind} beside it supplies. */
    private void bound(String file, JsonNode parameters, JsonNode bind) {
        parameters.properties().forEach(parameter -> {
            String text = parameter.getValue().toString();
            JsonNode filled = bind.has(parameter.getKey())
                    ? Json.COMPACT.readTree(text.replace("\"{{ }}\"", "\"supplied\""))
                    : parameter.getValue();
            values(file, parameter.getKey(), filled);
        });
    }

    private void text(String file, String key, String text) {
        String rest = TEMPLATE.matcher(text).replaceAll("x");
        String words = COMPARED.matcher(MAP_ENTRY.matcher(rest).replaceAll("")).replaceAll(" ");
        if (PLACEHOLDER.matcher(words).find() || words.isBlank() && !MAY_BE_EMPTY.contains(key)) {
            add(file, key + ": '" + text + "' looks like a placeholder");
        }
    }
}
