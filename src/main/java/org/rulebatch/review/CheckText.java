package org.rulebatch.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rulebatch.files.Json;
import org.rulebatch.requirement.Finding;
import org.rulebatch.yaml.YamlDocument;
import org.rulebatch.yaml.YamlException;
import org.rulebatch.yaml.YamlText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A check in the check language as a person types it. Reads are YAML: {@code account}, {@code region}, {@code ec2.describe_vpcs},
 * or a list of reads, each in this short form or as in {@code override.schema.json}.
 *
 * @param forEach reads
 * @param where an expression; empty for all items
 * @param with a YAML map from names to reads; empty for none
 * @param parameters a YAML map from names to values; empty for none
 * @param complies an expression
 */
record CheckText(String forEach, String where, String with, String parameters, String complies) {

    private static final String COMPLIES = "complies";
    private static final String WITH = "with";

    CheckText {
        forEach = given(forEach);
        where = given(where);
        with = given(with);
        parameters = given(parameters);
        complies = given(complies);
    }

    private static String given(String text) {
        return text == null ? "" : text.strip();
    }

    /** A check as {@code override.schema.json} has it. */
    static CheckText of(JsonNode check) {
        ObjectNode with = Json.COMPACT.createObjectNode();
        check.path(WITH).properties().forEach(each -> with.set(each.getKey(), shortened(each.getValue())));
        return new CheckText(
                text(shortened(check.path("for_each"))),
                check.path("where").asString(""),
                text(with),
                text(check.path("parameters")),
                check.path(COMPLIES).asString(""));
    }

    /** The check as {@code override.schema.json} has it, without what is no YAML; that is added to the findings by its key. */
    ObjectNode check(List<Finding> findings) {
        ObjectNode check = Json.COMPACT.createObjectNode();
        JsonNode items = yaml("for_each", forEach, findings);
        if (!items.isMissingNode()) {
            check.set("for_each", lengthened(items));
        } else if (forEach.isEmpty()) {
            findings.add(missing("for_each", "name what is judged", "ec2.describe_vpcs, account or region"));
        }
        if (!where.isEmpty()) {
            check.put("where", where);
        }
        ObjectNode lists = Json.COMPACT.createObjectNode();
        map(WITH, with, findings).properties().forEach(each -> lists.set(each.getKey(), lengthened(each.getValue())));
        putIfAny(check, WITH, lists);
        putIfAny(check, "parameters", map("parameters", parameters, findings));
        check.put(COMPLIES, complies);
        if (complies.isEmpty()) {
            findings.add(missing(COMPLIES, "say what a compliant item shows", "item.Encrypted"));
        }
        return check;
    }

    private static Finding missing(String key, String what, String example) {
        return Finding.error("override.form", key, what, "for example " + example);
    }

    private static void putIfAny(ObjectNode check, String key, JsonNode map) {
        if (!map.isEmpty()) {
            check.set(key, map);
        }
    }

    private static JsonNode map(String key, String text, List<Finding> findings) {
        JsonNode map = yaml(key, text, findings);
        if (!map.isMissingNode() && !map.isObject()) {
            findings.add(Finding.error(
                    "override.form", key, key + " is not a map", "write a line for each: name, colon, value"));
            return MissingNode.getInstance();
        }
        return map;
    }

    private static JsonNode yaml(String key, String text, List<Finding> findings) {
        try {
            return text.isEmpty()
                    ? MissingNode.getInstance()
                    : YamlDocument.parse(key, text).root();
        } catch (YamlException e) {
            findings.add(Finding.error("override.form", key, "line " + e.line() + ": " + e.reason(), ""));
            return MissingNode.getInstance();
        }
    }

    /** Reads as a person would write them. */
    private static JsonNode shortened(JsonNode reads) {
        if (!reads.isArray()) {
            return reads;
        }
        ArrayNode list = Json.COMPACT.createArrayNode();
        reads.forEach(read -> list.add(
                read.size() == 2 && read.has("client") && read.has("operation")
                        ? Json.COMPACT
                                .getNodeFactory()
                                .stringNode(read.path("client").asString() + "."
                                        + read.path("operation").asString())
                        : read));
        return list.size() == 1 && list.get(0).isString() ? list.get(0) : list;
    }

    /** Reads as a file of a decision has them. */
    private static JsonNode lengthened(JsonNode reads) {
        if (reads.isString() && !reads.asString().contains(".")) {
            return reads;
        }
        ArrayNode list = Json.COMPACT.createArrayNode();
        List<JsonNode> each = new ArrayList<>();
        if (reads.isArray()) {
            reads.forEach(each::add);
        } else {
            each.add(reads);
        }
        each.forEach(read -> list.add(read.isString() ? call(read.asString()) : read));
        return list;
    }

    private static ObjectNode call(String read) {
        int dot = read.indexOf('.');
        ObjectNode call = Json.COMPACT.createObjectNode();
        call.put("client", dot < 0 ? read : read.substring(0, dot));
        return call.put("operation", dot < 0 ? "" : read.substring(dot + 1));
    }

    private static String text(JsonNode node) {
        if (node.isString()) {
            return node.asString();
        }
        return node.isEmpty()
                ? ""
                : YamlText.of(Json.COMPACT.treeToValue(node, Object.class)).strip();
    }

    /** Without any part, for a rule that has no check of this kind. */
    static CheckText none() {
        return of(Json.COMPACT.valueToTree(Map.of()));
    }
}
