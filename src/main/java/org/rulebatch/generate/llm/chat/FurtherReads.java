package org.rulebatch.generate.llm.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Operation;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.requirement.Call;
import org.rulebatch.ruleyaml.Chains;

/** The reads of a rule's service that are only named in a prompt: those whose names share most words with the rule. Thread-safe. */
final class FurtherReads {

    private static final int MOST = 6;

    private final Catalog catalog;
    private final ServiceNames names;
    private final Chains chains;
    private final Elsewhere elsewhere = Elsewhere.bundled();

    FurtherReads(Catalog catalog, ServiceNames names, Chains chains) {
        this.catalog = catalog;
        this.names = names;
        this.chains = chains;
    }

    List<String> names(RuleMetadata rule, RuleWords words, Offer offer) {
        List<String> names = new ArrayList<>(elsewhere.of(words));
        names.addAll(ofService(rule, words, offer));
        return names.stream().distinct().toList();
    }

    private List<String> ofService(RuleMetadata rule, RuleWords words, Offer offer) {
        Map<String, Integer> shared = new LinkedHashMap<>();
        Set<String> shown = offer.reads().values().stream()
                .map(read -> read.call().toString())
                .collect(Collectors.toSet());
        for (String client : names.clients(rule.service()).orElse(List.of())) {
            catalog.service(client).stream()
                    .flatMap(service -> service.reads().stream())
                    .filter(read -> !read.deprecated() && !shown.contains(read.toString()))
                    .filter(this::isPlanned)
                    .forEach(read -> shared.put(read.toString(), words.shared(read.method())));
        }
        return shared.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean isPlanned(Operation read) {
        return chains.plan(Call.of(read.client(), read.method())).isPresent();
    }
}
