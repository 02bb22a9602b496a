package org.rulebatch.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.requirement.Binding;
import org.rulebatch.requirement.Call;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Read;
import org.rulebatch.requirement.Requirement;
import org.rulebatch.requirement.Subject;
import org.rulebatch.yaml.YamlDocument;
import tools.jackson.databind.JsonNode;

/** Reads a resource's file; what the form demands is said in {@code docs/knowledge.md} and held by the JSON Schema. */
final class ResourceParser {

    private static final Set<String> KEYS = Set.of(
            "items",
            "parameters",
            "where",
            "for_each",
            "reads",
            "with",
            "path",
            "also",
            "errors",
            "near",
            "words",
            "unless",
            "note");

    private final JsonNode root;
    private final String client;
    private final Read all;
    private final List<ResourceFile.Flaw> flaws = new ArrayList<>();
    private final List<String> pointers = new ArrayList<>();

    private ResourceParser(JsonNode root) {
        this.root = root;
        String name = root.path("resource").asString();
        this.client = name.substring(0, Math.max(0, name.indexOf('.')));
        JsonNode list = root.path("list");
        this.all = new Read(call(list), list.path("items").asString(""));
    }

    static ResourceFile parse(YamlDocument document) {
        return new ResourceParser(document.root()).file();
    }

    private ResourceFile file() {
        JsonNode list = root.path("list");
        List<Fact> facts = new ArrayList<>();
        JsonNode reads = root.path("reads");
        for (int i = 0; i < reads.size(); i++) {
            facts(reads.get(i), "/reads/" + i, facts);
        }
        Resource resource = new Resource(
                client,
                root.path("resource").asString().substring(client.length() + 1),
                texts(root.path("names")),
                all.call(),
                Objects.requireNonNullElse(all.items(), ""),
                textOrNull(list.path("id")),
                textOrNull(list.path("arn")),
                textOrNull(list.path("name")),
                root.path("note").asString(""),
                facts,
                list(
                        root.path("not_exposed"),
                        each -> new Resource.NotExposed(
                                each.path("family").asString(),
                                each.path("reason").asString(),
                                texts(each.path("words")))));
        return new ResourceFile(resource, pointers, flaws);
    }

    private void facts(JsonNode group, String pointer, List<Fact> into) {
        JsonNode read = group.path("read");
        Call call = read.isString() ? Call.of(client, read.asString()) : call(read);
        String items = read.has("items") ? read.path("items").asString() : items(call);
        List<String> errors = texts(group.path("errors"));
        JsonNode facts = group.path("facts");
        for (int i = 0; i < facts.size(); i++) {
            String at = pointer + "/facts/" + i;
            try {
                into.add(fact(facts.get(i), call, items, errors));
                pointers.add(at);
            } catch (IllegalArgumentException e) {
                flaws.add(new ResourceFile.Flaw(at, String.valueOf(e.getMessage())));
            }
        }
    }

    /** What {@code item} stands for where nothing is stated: an element of the resource's list, else the whole answer. */
    private String items(Call call) {
        boolean ofList = call.client().equals(all.call().client())
                && call.operation().equals(all.call().operation());
        return ofList ? Objects.requireNonNullElse(all.items(), "") : "";
    }

    private Fact fact(JsonNode node, Call call, String items, List<String> errors) {
        String family = family(node);
        boolean whole = node.has("path");
        Map<String, Object> parameters = parameters(node);
        List<Comparison> compared = whole
                ? List.of(new Comparison(node.path("path").asString(), Complies.IN_A_WHOLE, null, false))
                : ComparisonReader.read(
                        node.path(family).asString(), node.path("items").asString(items), parameters);
        Comparison first = compared.get(0);
        Reading main = new Reading(call, first.path(), first.complies());
        return new Fact(
                family,
                main,
                whole ? expressions(node, family, new Requirement.Place(call, main.path())) : null,
                list(node.path("also"), each -> also(each, main, parameters)),
                compared.stream()
                        .skip(1)
                        .map(each -> new Reading(call, each.path(), each.complies()))
                        .toList(),
                first.absent(),
                node.has("errors") ? texts(node.path("errors")) : errors,
                node.path("near").asBoolean(false),
                texts(node.path("words")),
                texts(node.path("unless")),
                node.path("note").asString(""));
    }

    /** The one key that a fact does not share with others: the family, whose value says what complies. */
    static String family(JsonNode fact) {
        List<String> own = fact.propertyStream()
                .map(Map.Entry::getKey)
                .filter(key -> !KEYS.contains(key))
                .toList();
        if (own.size() == 1 && fact.path(own.get(0)).isString()) {
            return own.get(0);
        }
        if (own.isEmpty()) {
            throw new IllegalArgumentException(
                    "a fact begins with its control family and what complies, 'encryption_at_rest: item.Encrypted'");
        }
        String near = own.stream()
                .flatMap(
                        key -> Nearest.to(key, KEYS)
                                .map(known -> "; did you mean '" + known + "' instead of '" + key + "'?")
                                .stream())
                .findFirst()
                .orElse("");
        throw new IllegalArgumentException((own.size() > 1
                        ? "a fact has one control family, not " + String.join(" and ", own)
                        : "what complies with " + own.get(0) + " is a text in the check language")
                + near);
    }

    private static Map<String, Object> parameters(JsonNode node) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        node.path("parameters").forEachEntry((name, each) -> parameters.put(name, nested(each)));
        return parameters;
    }

    private Reading also(JsonNode node, Reading main, Map<String, Object> parameters) {
        Call call = node.has("operation") ? call(node) : main.call();
        if (node.has("path")) {
            String path = node.path("path").asString();
            return new Reading(call, path, main.complies().at(path));
        }
        Map<String, Object> own = parameters(node);
        String text = node.path("complies").asString();
        parameters.forEach((name, value) -> {
            if (text.contains("params." + name)) {
                own.putIfAbsent(name, value);
            }
        });
        List<Comparison> compared =
                ComparisonReader.read(text, node.path("items").asString(items(call)), own);
        if (compared.size() > 1 || compared.get(0).absent() != null) {
            throw new IllegalArgumentException("another place of the datum is one comparison: " + text);
        }
        return new Reading(call, compared.get(0).path(), compared.get(0).complies());
    }

    private Expressions expressions(JsonNode node, String family, Requirement.Place place) {
        Map<String, Subject.Items> with = new LinkedHashMap<>();
        node.path("with").forEachEntry((name, reads) -> with.put(name, new Subject.Items(reads(reads))));
        return new Expressions(
                place,
                subject(node, place.call()),
                textOrNull(node.path("where")),
                with,
                parameters(node),
                node.path(family).asString(),
                List.of());
    }

    private Subject subject(JsonNode node, Call call) {
        if (node.has("for_each")) {
            return Subject.Place.valueOf(node.path("for_each").asString().toUpperCase(Locale.ROOT));
        }
        List<Read> reads = reads(node.path("reads"));
        return new Subject.Items(reads.isEmpty() ? List.of(read(call, null)) : reads);
    }

    private List<Read> reads(JsonNode node) {
        return list(
                node,
                each -> each.isString()
                        ? read(Call.of(client, each.asString()), null)
                        : read(call(each), textOrNull(each.path("items"))));
    }

    /** The read that lists the resource has its items; another one those that the planner finds, where none are stated. */
    private Read read(Call call, @Nullable String items) {
        return items == null && call.equals(all.call()) ? all : new Read(call, items);
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
