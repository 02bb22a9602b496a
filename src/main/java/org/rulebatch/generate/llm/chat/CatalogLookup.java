package org.rulebatch.generate.llm.chat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Field;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.catalog.Operation;
import org.rulebatch.generate.EvidenceSource;
import org.rulebatch.generate.Lead;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.requirement.Call;
import org.rulebatch.requirement.Read;
import org.rulebatch.ruleyaml.Chains;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers what a model asks the catalog, with further reads: of the rule's service, or of another one that it names,
 * {@code kms: key rotation} and {@code kms.get_key_rotation_status}. Reads of configuration only.
 */
public final class CatalogLookup {

    private static final int LONGEST = 120;
    private static final int FACTS = 8;
    private static final int FIELDS = 8;

    private final Catalog catalog;
    private final ServiceNames names;
    private final EvidenceSource source;
    private final Shown shown;

    public CatalogLookup(Catalog catalog, Chains chains, ServiceNames names, EvidenceSource source) {
        this.catalog = catalog;
        this.names = names;
        this.source = source;
        this.shown = new Shown(catalog, chains);
    }

    /** What the model is told. */
    String answer(Lookup lookup, RuleMetadata rule, Offer offer) {
        String text = text(lookup);
        return switch (lookup.tool()) {
            case Lookup.SEARCH -> search(rule, text, offer);
            case Lookup.OPERATION -> operation(rule, text, offer);
            default -> "There is no such tool; there are search and operation.";
        };
    }

    private String search(RuleMetadata rule, String text, Offer offer) {
        String[] parts = text.split(":", 2);
        String other = parts[0].strip().toLowerCase(Locale.ROOT);
        boolean elsewhere = parts.length == 2 && names.clients(other).isPresent();
        String service = elsewhere ? other : rule.service();
        String words = elsewhere ? parts[1].strip() : text;
        String plain =
                words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        String id = "aws." + service + "." + rule.resource() + "." + plain;
        RuleMetadata asked = new RuleMetadata(id, service, rule.resource(), words, words, "", "", "", rule.severity());
        List<Lead> leads = source.evidence(asked, FACTS, FIELDS).leads();
        Shown.Found found = shown.of(leads, RuleWords.of(asked), offer);
        return found.reads().isEmpty()
                ? "Nothing was found."
                : "Reads:\n" + found.reads() + (found.checks().isEmpty() ? "" : "\nChecks nearby:\n" + found.checks());
    }

    private String operation(RuleMetadata rule, String name, Offer offer) {
        int dot = name.indexOf('.');
        String method = name.substring(dot + 1).strip();
        List<String> clients = dot > 0 && catalog.clients().contains(name.substring(0, dot))
                ? List.of(name.substring(0, dot))
                : names.clients(rule.service()).orElse(List.of());
        Optional<Operation> found = clients.stream()
                .flatMap(client -> catalog.service(client).stream())
                .flatMap(known -> known.operation(method).stream())
                .findFirst();
        if (found.isEmpty()) {
            List<String> reads = clients.stream()
                    .flatMap(client -> catalog.service(client).stream())
                    .flatMap(known -> known.reads().stream())
                    .map(Operation::method)
                    .toList();
            return "There is no such operation."
                    + Nearest.to(method, reads)
                            .map(near -> " Did you mean " + near + "?")
                            .orElse("");
        }
        Operation read = found.get();
        if (!read.isRead()) {
            return "A rule may not use it: " + read.accessReason();
        }
        Set<String> all = read.fields().stream().map(Field::member).collect(Collectors.toSet());
        String line = shown.line(new Read(Call.of(read.client(), read.method()), null), all, RuleWords.of(rule), offer);
        return line.isEmpty() ? "Nothing supplies the parameters that it needs." : "Reads:\n" + line;
    }

    /** The argument of a tool call, or the text of a field of the reply. */
    private static String text(Lookup lookup) {
        String text = lookup.text();
        if (!lookup.callId().isEmpty()) {
            try {
                JsonNode arguments = JsonMapper.shared().readTree(text);
                String key = lookup.tool().equals(Lookup.SEARCH) ? Tools.WORDS : Tools.NAME;
                text = arguments == null ? "" : arguments.path(key).asString("");
            } catch (JacksonException e) {
                text = "";
            }
        }
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
