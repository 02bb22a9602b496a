package org.rulebatch.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rulebatch.requirement.Binding;
import org.rulebatch.requirement.Call;
import org.rulebatch.requirement.Expectation.Absence;
import org.rulebatch.requirement.Operator;
import org.rulebatch.requirement.Quantifier;
import org.rulebatch.yaml.YamlDocument;
import tools.jackson.databind.JsonNode;

/** Reads a client's file; what the form demands is said in {@code docs/knowledge.md} and held by the JSON Schema. */
final class ResourceParser {

    private final String client;

    private ResourceParser(String client) {
        this.client = client;
    }

    static List<Resource> parse(YamlDocument document) {
        JsonNode root = document.root();
        ResourceParser parser = new ResourceParser(root.path("client").asString());
        return list(root.path("resources"), parser::resource);
    }

    private Resource resource(JsonNode node) {
        JsonNode list = node.path("list");
        return new Resource(
                client,
                node.path("id").asString(),
                texts(node.path("names")),
                call(list),
                list.path("items").asString(""),
                textOrNull(list.path("id")),
                textOrNull(list.path("arn")),
                textOrNull(list.path("name")),
                node.path("note").asString(""),
                list(node.path("facts"), this::fact),
                list(
                        node.path("not_exposed"),
                        each -> new Resource.NotExposed(
                                each.path("family").asString(),
                                each.path("reason").asString(),
                                texts(each.path("words")))));
    }

    private Fact fact(JsonNode node) {
        Call call = call(node);
        Complies complies = complies(node.path("complies"));
        return new Fact(
                node.path("family").asString(),
                new Reading(call, node.path("path").asString(), complies),
                list(node.path("also"), each -> also(each, complies)),
                list(
                        node.path("with"),
                        each -> new Reading(call, each.path("path").asString(), complies(each.path("complies")))),
                constant(node.path("absent"), Absence::valueOf),
                texts(node.path("errors")),
                node.path("near").asBoolean(false),
                texts(node.path("words")),
                texts(node.path("unless")),
                node.path("note").asString(""));
    }

    private Reading also(JsonNode node, Complies main) {
        JsonNode own = node.path("complies");
        return new Reading(
                call(node),
                node.path("path").asString(),
                own.isMissingNode() ? main.at(node.path("path").asString()) : complies(own));
    }

    private Complies complies(JsonNode node) {
        return new Complies(
                operator(node),
                value(node.path("value")),
                constant(node.path("parameter"), Slot::valueOf),
                textOrNull(node.path("key")),
                constant(node.path("quantifier"), Quantifier::valueOf),
                list(
                        node.path("where"),
                        each -> new Complies.Filter(
                                each.path("path").asString(),
                                operator(each),
                                value(each.path("value")),
                                constant(each.path("parameter"), Slot::valueOf))));
    }

    private Call call(JsonNode node) {
        Map<String, Object> params = new LinkedHashMap<>();
        node.path("params").forEachEntry((name, each) -> {
            Object literal = value(each);
            if (literal != null) {
                params.put(name, literal);
            }
        });
        Map<String, Binding> bind = new TreeMap<>();
        node.path("bind")
                .forEachEntry((name, each) ->
                        bind.put(name, new Binding(call(each), each.path("path").asString())));
        return new Call(
                node.path("client").asString(client), node.path("operation").asString(), params, bind);
    }

    private static Operator operator(JsonNode node) {
        String name = node.path("op").asString();
        return Operator.of(name).orElseThrow(() -> new IllegalArgumentException("no operator '" + name + "'"));
    }

    private static <T> @Nullable T constant(JsonNode node, Function<String, T> valueOf) {
        return node.isMissingNode() ? null : valueOf.apply(node.asString().toUpperCase(Locale.ROOT));
    }

    private static @Nullable Object value(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        return nested(node);
    }

    /** A literal as it is passed to a call: a scalar, a list or a structure. */
    private static Object nested(JsonNode node) {
        if (node.isArray()) {
            return list(node, ResourceParser::nested);
        }
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.forEachEntry((name, each) -> map.put(name, nested(each)));
            return map;
        }
        return scalar(node);
    }

    private static Object scalar(JsonNode node) {
        if (node.isBoolean()) {
            return node.asBoolean();
        }
        if (node.isInt()) {
            return node.asInt();
        }
        return node.isNumber() ? (Object) node.numberValue() : node.asString();
    }

    private static @Nullable String textOrNull(JsonNode node) {
        return node.isMissingNode() ? null : node.asString();
    }

    private static List<String> texts(JsonNode node) {
        return list(node, JsonNode::asString);
    }

    private static <T> List<T> list(JsonNode node, Function<JsonNode, T> each) {
        List<T> out = new ArrayList<>();
        node.forEach(element -> out.add(each.apply(element)));
        return out;
    }
}
