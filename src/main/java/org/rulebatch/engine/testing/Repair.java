package org.rulebatch.engine.testing;

import java.util.ArrayList;
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
import org.rulebatch.engine.ServiceRun;
import org.rulebatch.ruleyaml.Discovery;
import org.rulebatch.ruleyaml.RuleDocument;

/**
 * Corrects what is mechanical: a number that the service says is out of its bounds, and a parameter that it refuses and does
 * not require.
 */
final class Repair {

    private static final Pattern BOUND = Pattern.compile(
            "(?i)(?:less than or equal to|at most|no more than|maximum(?: value)?(?: of| is|:)?|between \\d+ and) (\\d+)");

    private final Catalog catalog;

    Repair(Catalog catalog) {
        this.catalog = catalog;
    }

    /** A corrected file and what was corrected. */
    record Repaired(RuleDocument document, List<Correction> corrections) {}

    /** @return empty if nothing can be corrected */
    Optional<Repaired> repair(ServiceRun run) {
        Map<String, Discovery> changed = new LinkedHashMap<>();
        List<Correction> corrections = new ArrayList<>();
        for (Discovery discovery : run.document().discoveries()) {
            List<CheckError> errors = run.errors().stream()
                    .filter(error -> error.discovery().equals(discovery.id()))
                    .filter(error -> error.type() == ErrorType.INVALID_PARAMETER)
                    .toList();
            if (!errors.isEmpty()) {
                corrected(discovery, errors).ifPresent(correction -> {
                    changed.put(discovery.id(), correction.discovery());
                    corrections.add(correction.told());
                });
            }
        }
        if (corrections.isEmpty()) {
            return Optional.empty();
        }
        List<Discovery> discoveries = run.document().discoveries().stream()
                .map(discovery -> changed.getOrDefault(discovery.id(), discovery))
                .toList();
        RuleDocument old = run.document();
        return Optional.of(new Repaired(new RuleDocument(old.service(), discoveries, old.checks()), corrections));
    }

    private record Corrected(Discovery discovery, Correction told) {}

    private Optional<Corrected> corrected(Discovery discovery, List<CheckError> errors) {
        String message = errors.get(0).message();
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
            } else if (!isRequired(discovery, param.getKey())) {
                params.remove(param.getKey());
                change = param.getKey() + " left out";
            } else {
                continue;
            }
            return Optional.of(new Corrected(with(discovery, params), told(discovery, errors, change)));
        }
        return Optional.empty();
    }

    private static Correction told(Discovery discovery, List<CheckError> errors, String change) {
        List<String> rules = errors.stream().map(CheckError::ruleId).distinct().toList();
        return new Correction(discovery.id(), rules, change, errors.get(0).message());
    }

    private boolean isRequired(Discovery discovery, String parameter) {
        return catalog.service(discovery.client())
                .flatMap(service -> service.operation(discovery.action()))
                .map(operation ->
                        operation.required().stream().map(Parameter::name).anyMatch(parameter::equals))
                .orElse(true);
    }

    private static Discovery with(Discovery discovery, Map<String, Object> params) {
        return new Discovery(
                discovery.id(),
                discovery.forEach(),
                discovery.client(),
                discovery.action(),
                params,
                discovery.saveAs(),
                discovery.itemsFor(),
                discovery.item());
    }
}
