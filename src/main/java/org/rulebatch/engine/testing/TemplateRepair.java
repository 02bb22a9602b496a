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
import org.rulebatch.lint.Fault;
import org.rulebatch.lint.Faults;
import org.rulebatch.lint.Faults.Kind;
import org.rulebatch.report.entry.Correction;
import org.rulebatch.ruleyaml.Check;
import org.rulebatch.ruleyaml.Discovery;
import org.rulebatch.ruleyaml.RuleDocument;

/**
 * Corrects the templates of a rule file: a name that is spelled otherwise in the API model, and a parent that does not emit a
 * parameter's value where exactly one other discovery does.
 */
final class TemplateRepair {

    private final Catalog catalog;

    TemplateRepair(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The corrected file; what was corrected is added to the list. */
    RuleDocument repair(RuleDocument document, List<Correction> told) {
        Faults faults = new Faults(document, catalog);
        Map<Fault, List<String>> rules = new LinkedHashMap<>();
        for (Check check : document.checks()) {
            faults.of(check).forEach(fault -> rules.computeIfAbsent(fault, key -> new ArrayList<>())
                    .add(check.ruleId()));
        }
        Discoveries discoveries = new Discoveries(document);
        rules.forEach((fault, ids) -> corrected(fault, discoveries)
                .ifPresent(
                        change -> told.add(new Correction(fault.place().discovery(), ids, change, fault.message()))));
        return new RuleDocument(document.service(), discoveries.all(), document.checks());
    }

    private static Optional<String> corrected(Fault fault, Discoveries discoveries) {
        boolean spelling = !fault.meant().isEmpty() && plain(fault.wrong()).equals(plain(fault.meant()));
        if (spelling && fault.place().kind() != Kind.VARIABLE) {
            discoveries.change(fault.place().discovery(), discovery -> respelled(discovery, fault));
            return Optional.of(fault.wrong() + " -> " + fault.meant());
        }
        return fault.place().kind() == Kind.PARAMETER ? reparented(fault, discoveries) : Optional.empty();
    }

    private static Optional<String> reparented(Fault fault, Discoveries discoveries) {
        String id = fault.place().discovery();
        return discoveries.onlyEmitterBefore(id, fault.wrong()).map(parent -> {
            discoveries.change(id, discovery -> Discoveries.under(parent, discovery));
            return "for_each -> " + parent;
        });
    }

    private static Discovery respelled(Discovery old, Fault fault) {
        Map<String, Object> params = new LinkedHashMap<>(old.params());
        Map<String, String> item = new LinkedHashMap<>(old.item());
        String items = old.itemsFor();
        switch (fault.place().kind()) {
            case PARAMETER -> params.computeIfPresent(fault.place().key(), (name, value) -> respelled(value, fault));
            case EMITTED -> item.computeIfPresent(fault.place().key(), (name, text) -> respelled(text, fault));
            case ITEMS -> items = items == null ? null : respelled(items, fault);
            case VARIABLE -> throw new IllegalArgumentException("a variable is no part of a discovery");
        }
        return new Discovery(old.id(), old.forEach(), old.client(), old.action(), params, old.saveAs(), items, item);
    }

    private static Object respelled(Object value, Fault fault) {
        if (value instanceof List<?> list) {
            return list.stream().map(each -> respelled(each, fault)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> filled = new LinkedHashMap<>();
            map.forEach((key, each) -> filled.put(key.toString(), respelled(each, fault)));
            return filled;
        }
        return value instanceof String text && text.startsWith("{{") ? respelled(text, fault) : value;
    }

    private static String respelled(String template, Fault fault) {
        return Pattern.compile("(?<=[ .])" + Pattern.quote(fault.wrong()) + "(?=[ .\\[{])")
                .matcher(template)
                .replaceAll(Matcher.quoteReplacement(fault.meant()));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
