package org.rulebatch.lint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Operation;
import org.rulebatch.catalog.Parameter;
import org.rulebatch.check.OperationCheck;
import org.rulebatch.language.Language;
import org.rulebatch.requirement.Call;
import org.rulebatch.requirement.Finding;
import org.rulebatch.ruleyaml.Discovery;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.ruleyaml.RuleYamlReader;
import org.rulebatch.ruleyaml.RuleYamlSchema;
import org.rulebatch.yaml.YamlDocument;
import org.springframework.util.function.SingletonSupplier;

/**
 * Ensures that a rule file is of its form, that AWS has each read it makes and each parameter, and that every template and
 * variable can have a value: the same {@link Faults} for which a scan gives no verdict.
 */
final class RuleFileLint {

    private final RuleYamlSchema schema = new RuleYamlSchema();
    private final RuleYamlReader reader = new RuleYamlReader();
    private final Catalog catalog;
    private final OperationCheck operations;
    private final Supplier<Language> language;

    RuleFileLint(Catalog catalog) {
        this.catalog = catalog;
        this.operations = new OperationCheck(catalog);
        this.language = SingletonSupplier.of(() -> Language.of(catalog));
    }

    List<Finding> check(YamlDocument document) {
        List<Finding> form = schema.check(document);
        if (!form.isEmpty()) {
            return form;
        }
        Set<Finding> findings = new LinkedHashSet<>();
        RuleDocument rules = reader.read(document);
        Faults faults = new Faults(rules, catalog, new CheckCompiler(rules, language));
        for (int i = 0; i < rules.discoveries().size(); i++) {
            String pointer = "/discovery/" + i;
            Discovery discovery = rules.discoveries().get(i);
            findings.addAll(call(document, pointer + "/calls/0", discovery));
            for (Fault fault : faults.ofDiscovery(discovery)) {
                findings.add(finding(document.place(pointer + below(fault)), fault));
            }
        }
        for (int i = 0; i < rules.checks().size(); i++) {
            for (Fault fault : faults.ofVariables(rules.checks().get(i))) {
                // What a discovery is at fault for stands there.
                if (fault.place().kind() == Faults.Kind.VARIABLE) {
                    String key = fault.place().key();
                    String pointer = "/checks/" + i + "/" + (key.isEmpty() ? "conditions" : key);
                    findings.add(finding(document.place(pointer), fault));
                }
            }
        }
        return List.copyOf(findings);
    }

    private List<Finding> call(YamlDocument document, String pointer, Discovery discovery) {
        List<Finding> findings = new ArrayList<>();
        Optional<Operation> operation = operations.check(Call.of(discovery.client(), discovery.action()), findings);
        String action = document.place(pointer + "/action");
        List<Finding> placed = new ArrayList<>(
                findings.stream().map(finding -> at(action, finding)).toList());
        operation.ifPresent(read -> parameters(document, pointer, discovery, read, placed));
        return placed;
    }

    private static void parameters(
            YamlDocument document, String pointer, Discovery discovery, Operation read, List<Finding> findings) {
        List<String> known = read.parameters().stream().map(Parameter::name).toList();
        for (String name : discovery.params().keySet()) {
            if (!known.contains(name)) {
                String place = document.place(pointer + "/params/" + name);
                findings.add(Finding.error("parameter.unknown", place, read + " takes no " + name, "see 'describe'"));
            }
        }
        for (Parameter parameter : read.required()) {
            if (!discovery.params().containsKey(parameter.name())) {
                String message = read + " needs " + parameter.name();
                findings.add(Finding.error(
                        "parameter.missing", document.place(pointer + "/action"), message, "state it under params"));
            }
        }
    }

    /** Where in its discovery a fault stands. */
    private static String below(Fault fault) {
        String key = fault.place().key();
        return switch (fault.place().kind()) {
            case PARAMETER -> "/calls/0/params/" + key;
            case ITEMS -> "/emit/items_for";
            case EMITTED -> "/emit/item/" + key;
            case VARIABLE -> "";
        };
    }

    private static Finding finding(String place, Fault fault) {
        return Finding.error(fault.id(), place, fault.message(), "");
    }

    private static Finding at(String place, Finding finding) {
        return new Finding(finding.severity(), finding.id(), place, finding.message(), finding.hint());
    }
}
