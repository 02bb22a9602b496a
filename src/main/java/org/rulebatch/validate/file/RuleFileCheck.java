package org.rulebatch.validate.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Operation;
import org.rulebatch.catalog.Parameter;
import org.rulebatch.check.OperationCheck;
import org.rulebatch.check.UnknownField;
import org.rulebatch.requirement.Call;
import org.rulebatch.requirement.Finding;
import org.rulebatch.ruleyaml.RuleYamlSchema;
import org.rulebatch.yaml.YamlDocument;
import tools.jackson.databind.JsonNode;

/** Ensures that a rule file is of its form, and that AWS has each read it makes, each parameter and each field it takes. */
final class RuleFileCheck {

    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{\\s*([\\w-]+)\\.([^}\\s]+)\\s*}}");

    private final RuleYamlSchema schema = new RuleYamlSchema();
    private final OperationCheck operations;

    RuleFileCheck(Catalog catalog) {
        this.operations = new OperationCheck(catalog);
    }

    List<Finding> check(YamlDocument document) {
        List<Finding> findings = new ArrayList<>(schema.check(document));
        if (findings.isEmpty()) {
            JsonNode discoveries = document.root().path("discovery");
            for (int i = 0; i < discoveries.size(); i++) {
                discovery(document, "/discovery/" + i, discoveries.path(i), findings);
            }
        }
        return findings;
    }

    private void discovery(YamlDocument document, String pointer, JsonNode discovery, List<Finding> findings) {
        String service = document.root().path("service").asString("");
        JsonNode call = discovery.path("calls").path(0);
        String callPointer = pointer + "/calls/0";
        List<Finding> own = new ArrayList<>();
        Optional<Operation> operation = operations.check(
                Call.of(
                        call.path("client").asString(service),
                        call.path("action").asString("")),
                own);
        own.forEach(finding -> findings.add(at(document.place(callPointer + "/action"), finding)));
        operation.ifPresent(read -> {
            parameters(document, callPointer, call.path("params"), read, findings);
            String saved = call.path("save_as").asString("");
            fields(document, pointer + "/emit", discovery.path("emit"), saved, read, findings);
        });
    }

    private static void parameters(
            YamlDocument document, String pointer, JsonNode params, Operation read, List<Finding> findings) {
        List<String> known = read.parameters().stream().map(Parameter::name).toList();
        for (String name : params.propertyNames()) {
            if (!known.contains(name)) {
                String place = document.place(pointer + "/params/" + name);
                findings.add(Finding.error("parameter.unknown", place, read + " takes no " + name, "see 'describe'"));
            }
        }
        for (Parameter parameter : read.required()) {
            if (!params.has(parameter.name())) {
                String message = read + " needs " + parameter.name();
                findings.add(Finding.error(
                        "parameter.missing", document.place(pointer + "/action"), message, "state it under params"));
            }
        }
    }

    /** The fields of the response that are emitted; those of an element stand below the list that it is of. */
    private static void fields(
            YamlDocument document,
            String pointer,
            JsonNode emit,
            String saved,
            Operation read,
            List<Finding> findings) {
        String list = path(emit.path("items_for").asString(""), saved);
        if (!list.isEmpty()) {
            field(document.place(pointer + "/items_for"), list, read, findings);
        }
        String element = emit.path("as").asString("");
        for (Map.Entry<String, JsonNode> each : emit.path("item").properties()) {
            String template = each.getValue().asString("");
            String place = document.place(pointer + "/item/" + each.getKey());
            String whole = path(template, saved);
            String part = element.isEmpty() ? "" : path(template, element);
            if (!whole.isEmpty()) {
                field(place, whole, read, findings);
            } else if (!part.isEmpty() && !list.isEmpty()) {
                field(place, list + "[]." + part, read, findings);
            }
        }
    }

    private static void field(String place, String path, Operation read, List<Finding> findings) {
        String canonical = path.replaceAll("\\[]", "");
        boolean known = read.fields().stream()
                .map(field -> field.path().replaceAll("\\[]|\\{}", ""))
                .anyMatch(field -> canonical.replaceAll("\\{}", "").equals(field));
        boolean inMap = read.fields().stream()
                .filter(field -> field.path().contains("{}"))
                .anyMatch(field ->
                        canonical.startsWith(field.path().replaceAll("\\[]", "").replaceFirst("\\{}.*", "") + "."));
        if (!known && !inMap) {
            findings.add(at(place, UnknownField.in(read, path)));
        }
    }

    private static String path(String template, String name) {
        Matcher matcher = TEMPLATE.matcher(template);
        return matcher.matches() && matcher.group(1).equals(name) ? matcher.group(2) : "";
    }

    private static Finding at(String place, Finding finding) {
        return new Finding(finding.severity(), finding.id(), place, finding.message(), finding.hint());
    }
}
