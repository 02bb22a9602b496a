package org.rulebatch.ruleyaml;

import java.util.ArrayList;
import java.util.List;
import org.rulebatch.requirement.Operator;
import org.rulebatch.requirement.Quantifier;
import tools.jackson.databind.JsonNode;

/** Reads a condition that holds against the schema. */
final class ClauseReader {

    private ClauseReader() {}

    static Clause clause(JsonNode node) {
        if (node.has("var")) {
            return leaf(node);
        }
        if (node.has("all")) {
            return new Clause.All(parts(node.path("all")));
        }
        if (node.has("any")) {
            return new Clause.Any(parts(node.path("any")));
        }
        if (node.has("not")) {
            return new Clause.Not(clause(node.path("not")));
        }
        return over(node);
    }

    private static Clause leaf(JsonNode node) {
        Operator operator = Operator.of(node.path("op").asString()).orElseThrow();
        Object value = node.has("value") ? Values.of(node.path("value")) : null;
        return new Clause.Leaf(node.path("var").asString(), operator, value);
    }

    private static Clause over(JsonNode node) {
        for (Quantifier quantifier : Quantifier.values()) {
            JsonNode path = node.path(quantifier.wireName());
            if (path.isString()) {
                return new Clause.Over(quantifier, path.asString(), clause(node.path("match")));
            }
        }
        throw new IllegalStateException("the schema let through a condition without a known form: " + node);
    }

    private static List<Clause> parts(JsonNode list) {
        List<Clause> parts = new ArrayList<>();
        list.forEach(part -> parts.add(clause(part)));
        return parts;
    }
}
