package org.rulebatch.engine.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Parameter;
import org.rulebatch.engine.CheckError;
import org.rulebatch.engine.ErrorType;
import org.rulebatch.report.entry.Correction;
import org.rulebatch.ruleyaml.Discovery;
import org.rulebatch.ruleyaml.RuleDocument;

/**
 * Corrects the parameters of a rule file: a number that the service says is out of its bounds, a parameter that it refuses and
 * does not require, and a required one that is missing and that exactly one discovery emits under its name.
 */
final class ParameterRepair {

    private static final Pattern BOUND = Pattern.compile(
            "(?i)(?:less than or equal to|at most|no more than|maximum(?: value)?(?: of| is|:)?|between \\d+ and) (\\d+)");

    private final Catalog catalog;

    ParameterRepair(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The corrected file; what was corrected is added to the list. */
    RuleDocument repair(RuleDocument document, List<CheckError> errors, List<Correction> told) {
        Discoveries discoveries = new Discoveries(document);
        for (Discovery discovery : document.discoveries()) {
            List<CheckError> own = errors.stream()
                    .filter(error -> error.discovery().equals(discovery.id()))
                    .filter(error ->
                            error.type() == ErrorType.INVALID_PARAMETER || error.type() == ErrorType.MISSING_PARAMETER)
                    .toList();
            if (!own.isEmpty()) {
                String message = own.get(0).message();
                Optional<String> change = own.get(0).type() == ErrorType.MISSING_PARAMETER
                        ? supplied(discovery, discoveries)
                        : corrected(discovery, message, discoveries);
                change.ifPresent(text -> told.add(new Correction(discovery.id(), rules(own), text, message)));
            }
        }
        return new RuleDocument(document.service(), discoveries.all(), document.checks());
    }

    private static List<String> rules(List<CheckError> errors) {
        return errors.stream().map(CheckError::ruleId).distinct().toList();
    }

    private Optional<String> corrected(Discovery discovery, String message, Discoveries discoveries) {
        for (Map.Entry<String, Object> param : discovery.params().entrySet()) {
            if (!message.toLowerCase(Locale.ROOT).contains(param.getKey().toLowerCase(Locale.ROOT))) {
                continue;
            }
            Map<String, Object> params = new LinkedHashMap<>(discovery.params());
            Matcher bound = BOUND.matcher(message);
            String change;
            if (param.getValue() instanceof Number number && bound.find()) {
                params.put(param.getKey(), Integer.parseInt(bound.group(1)));
                change = param.getKey() + ": " + number + " -> " + bound.group(1);
            } else if (!required(discovery).contains(param.getKey())) {
                params.remove(param.getKey());
                change = param.getKey() + " left out";
            } else {
                continue;
            }
            discoveries.change(discovery.id(), old -> Discoveries.with(params, old));
            return Optional.of(change);
        }
        return Optional.empty();
    }

    private Optional<String> supplied(Discovery discovery, Discoveries discoveries) {
        for (String name : required(discovery)) {
            if (discovery.params().containsKey(name)) {
                continue;
            }
            String parent = discovery.forEach();
            boolean atHand = parent != null && discoveries.emits(parent, name);
            Optional<String> supplier =
                    atHand ? Optional.ofNullable(parent) : discoveries.onlyEmitterBefore(discovery.id(), name);
            if (supplier.isEmpty() || (!atHand && parent != null)) {
                return Optional.empty();
            }
            Map<String, Object> params = new LinkedHashMap<>(discovery.params());
            params.put(name, "{{ item." + name + " }}");
            discoveries.change(discovery.id(), old -> Discoveries.under(supplier.get(), Discoveries.with(params, old)));
            return Optional.of(name + ": {{ item." + name + " }} of " + supplier.get());
        }
        return Optional.empty();
    }

    private List<String> required(Discovery discovery) {
        return catalog.service(discovery.client())
                .flatMap(service -> service.operation(discovery.action()))
                .map(operation ->
                        operation.required().stream().map(Parameter::name).toList())
                .orElseGet(() -> List.copyOf(discovery.params().keySet()));
    }
}
