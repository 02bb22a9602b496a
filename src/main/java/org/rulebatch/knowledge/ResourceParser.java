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
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Operator;
import org.rulebatch.requirement.Quantifier;
import org.rulebatch.requirement.Read;
import org.rulebatch.requirement.Requirement;
import org.rulebatch.requirement.Subject;
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
        Read all = new Read(call(list), list.path("items").asString(""));
        return new Resource(
                client,
                node.path("id").asString(),
                texts(node.path("names")),
                all.call(),
                list.path("items").asString(""),
                textOrNull(list.path("id")),
                textOrNull(list.path("arn")),
                textOrNull(list.path("name")),
                node.path("note").asString(""),
                list(node.path("facts"), each -> fact(each, all)),
                list(
                        node.path("not_exposed"),
                        each -> new Resource.NotExposed(
                                each.path("family").asString(),
                                each.path("reason").asString(),
                                texts(each.path("words")))));
    }

    /** @param all the read that lists the resource */
    private Fact fact(JsonNode node, Read all) {
        Call call = call(node);
        boolean whole = node.path("complies").isString();
        Complies complies = whole ? Complies.IN_A_WHOLE : complies(node.path("complies"));
        String path = node.path("path").asString();
        return new Fact(
                node.path("family").asString(),
                new Reading(call, path, complies),
                whole ? expressions(node, new Requirement.Place(call, path), all) : null,
                list(node.path("also"), each -> also(each, complies)),
                list(
                        whole ? node.path("") : node.path("with"),
                        each -> new Reading(call, each.path("path").asString(), complies(each.path("complies")))),
                constant(node.path("absent"), Absence::valueOf),
                texts(node.path("errors")),
                node.path("near").asBoolean(false),
                texts(node.path("words")),
                texts(node.path("unless")),
                node.path("note").asString(""));
    }

    private Expressions expressions(JsonNode node, Requirement.Place place, Read all) {
        Map<String, Subject.Items> with = new LinkedHashMap<>();
        node.path("with").forEachEntry((name, reads) -> with.put(name, new Subject.Items(reads(reads, all))));
        Map<String, Object> parameters = new LinkedHashMap<>();
        node.path("parameters").forEachEntry((name, each) -> parameters.put(name, nested(each)));
        return new Expressions(
                place,
                subject(node, place.call(), all),
                textOrNull(node.path("where")),
                with,
                parameters,
                node.path("complies").asString(),
                List.of());
    }

    private Subject subject(JsonNode node, Call call, Read all) {
        if (node.has("for_each")) {
            return Subject.Place.valueOf(node.path("for_each").asString().toUpperCase(Locale.ROOT));
        }
        List<Read> reads = reads(node.path("reads"), all);
        return new Subject.Items(reads.isEmpty() ? List.of(read(call, null, all)) : reads);
    }

    private List<Read> reads(JsonNode node, Read all) {
        return list(
                node,
                each -> each.isString()
                        ? read(Call.of(client, each.asString()), null, all)
                        : read(call(each), textOrNull(each.path("items")), all));
    }

    /** The read that lists the resource has its items; another one those that the planner finds, where none are stated. */
    private static Read read(Call call, @Nullable String items, Read all) {
        return items == null && call.equals(all.call()) ? all : new Read(call, items);
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
