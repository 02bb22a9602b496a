package org.rulebatch.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Nouns;
import org.rulebatch.knowledge.ServiceNames;

/** Other tools' words for services. */
final class Services {

    /** Those that are spelled unlike any name known here, or like a client that is only a part of the service. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("acmpca", "acm"),
            Map.entry("awslambda", "lambda"),
            Map.entry("datafirehose", "firehose"),
            Map.entry("documentdb", "docdb"),
            Map.entry("es", "opensearch"),
            Map.entry("inspector2", "inspector"),
            Map.entry("macie2", "macie"),
            Map.entry("msk", "kafka"),
            Map.entry("pca", "acm"));

    private final ServiceNames names;

    Services(Catalog catalog) {
        this.names = new ServiceNames(catalog);
    }

    /** The name known here, {@code stepfunctions} for {@code StepFunctions}. */
    Optional<String> of(String word) {
        String plain = Nouns.plain(word);
        return names.like(OTHERS.getOrDefault(plain, plain));
    }

    List<String> clients(String service) {
        return names.clients(service).orElse(List.of());
    }

    /** What to do about a word that names no service. */
    String hint(String word) {
        return names.nearest(word)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("no client of that name is known");
    }
}
