package org.rulebatch.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Operation;
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
            String text = node.asString();
            String rest = TEMPLATE.matcher(text).replaceAll("");
            String path = key.equals("boto3_python_field") || key.equals("path") || key.equals("main_output_field")
                    ? rest.replace("{}", "")
                    : rest;
            if (text.isBlank() || PLACEHOLDER.matcher(path).find()) {
                add(file, key + ": '" + text + "' looks like a placeholder");
            }
        }
        node.properties().forEach(child -> values(file, child.getKey(), child.getValue()));
        if (node.isArray()) {
            node.forEach(child -> values(file, key, child));
        }
    }
}
