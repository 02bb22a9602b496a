package org.rulebatch.generate.llm.chat;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Operation;
import org.rulebatch.generate.EvidenceSource;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.requirement.Call;
import org.rulebatch.ruleyaml.Chains;

/**
 * The reads that are only named in a prompt: those of the rule's service whose names share most words with it, and those of services
 * that keep what others ask for. Thread-safe.
 */
final class FurtherReads {

    private static final int MOST = 5;
    private static final int MOST_ELSEWHERE = 4;

    private final Catalog catalog;
    private final ServiceNames names;
    private final Chains chains;
    private final EvidenceSource source;

    FurtherReads(Catalog catalog, ServiceNames names, Chains chains, EvidenceSource source) {
        this.catalog = catalog;
        this.names = names;
        this.chains = chains;
        this.source = source;
    }

    List<String> names(RuleMetadata rule, RuleWords words, Offer offer) {
        Stream<String> elsewhere =
                source.elsewhere(rule, MOST_ELSEWHERE).stream().map(Call::toString);
        return Stream.concat(ofService(rule, words, offer).stream(), elsewhere)
                .distinct()
                .toList();
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
