package org.rulebatch.ruleyaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rulebatch.requirement.Cover;
import org.rulebatch.requirement.Operator;
import org.rulebatch.yaml.YamlText;

/** Writes a rule document as YAML: block style, keys in the order of the specification, the same bytes each time. */
public final class RuleYamlWriter {

    private static final String SCHEMA_LINE = "# yaml-language-server: $schema=../" + RuleYamlSchema.FILE + "\n";

    private RuleYamlWriter() {}

    /** The file's text, ending in a newline. */
    public static String write(RuleDocument document) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("version", version(document));
        root.put("provider", "aws");
        root.put("service", document.service());
        root.put(
                "discovery",
                document.discoveries().stream()
                        .map(discovery -> discovery(document.service(), discovery))
                        .toList());
        root.put("checks", document.checks().stream().map(RuleYamlWriter::check).toList());
        return SCHEMA_LINE + YamlText.of(root);
    }

    /** What version 1.0 can say is written in it, which other scanners read. */
    private static String version(RuleDocument document) {
        boolean expressions =
                document.checks().stream().anyMatch(check -> check.demand() instanceof Demand.Expressions);
        return expressions ? "2.0" : "1.0";
    }

    private static Map<String, Object> discovery(String service, Discovery discovery) {
        Map<String, Object> call = new LinkedHashMap<>();
        if (!discovery.client().equals(service)) {
            call.put("client", discovery.client());
        }
        call.put("action", discovery.action());
        if (!discovery.params().isEmpty()) {
            call.put("params", discovery.params());
        }
        call.put("save_as", discovery.saveAs());
        call.put("on_error", "continue");
        Map<String, Object> emit = new LinkedHashMap<>();
        if (discovery.itemsFor() != null) {
            emit.put("items_for", discovery.itemsFor());
            emit.put("as", Discovery.ELEMENT);
        }
        emit.put("item", discovery.item());
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("discovery_id", discovery.id());
        if (discovery.forEach() != null) {
            out.put("for_each", discovery.forEach());
        }
        out.put("calls", List.of(call));
        out.put("emit", emit);
        return out;
    }

    private static Map<String, Object> check(Check check) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("rule_id", check.ruleId());
        out.put("title", check.title());
        out.put("severity", check.severity());
        out.put("for_each", check.forEach());
        if (check.demand() instanceof Demand.Conditions conditions) {
            out.put("conditions", clause(conditions.clause()));
        } else if (check.demand() instanceof Demand.Expressions expressions) {
            expressions(out, expressions);
        }
        return out;
    }

    private static void expressions(Map<String, Object> out, Demand.Expressions asked) {
        if (asked.where() != null) {
            out.put("where", asked.where());
        }
        if (!asked.with().isEmpty()) {
            out.put("with", asked.with());
        }
        if (!asked.parameters().isEmpty()) {
            out.put("parameters", asked.parameters());
        }
        out.put("complies", asked.complies());
        if (!asked.covers().isEmpty()) {
            out.put("covers", asked.covers().stream().map(RuleYamlWriter::cover).toList());
        }
    }

    private static Map<String, Object> cover(Cover cover) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("text", cover.text());
        out.put("by", cover.by().wireName());
        return out;
    }

    private static Map<String, Object> clause(Clause clause) {
        Map<String, Object> out = new LinkedHashMap<>();
        if (clause instanceof Clause.Leaf leaf) {
            out.put("var", leaf.variable());
            out.put("op", leaf.operator().wireName());
            if (leaf.operator().operand() != Operator.Operand.NONE) {
                out.put("value", leaf.value());
            }
        } else if (clause instanceof Clause.All all) {
            out.put("all", all.parts().stream().map(RuleYamlWriter::clause).toList());
        } else if (clause instanceof Clause.Any any) {
            out.put("any", any.parts().stream().map(RuleYamlWriter::clause).toList());
        } else if (clause instanceof Clause.Not not) {
            out.put("not", clause(not.part()));
        } else if (clause instanceof Clause.Over over) {
            out.put(over.quantifier().wireName(), over.path());
            out.put("match", clause(over.match()));
        }
        return out;
    }
}
