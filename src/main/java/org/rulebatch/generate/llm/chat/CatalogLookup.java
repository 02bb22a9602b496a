package org.rulebatch.generate.llm.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Field;
import org.rulebatch.catalog.FieldPath;
import org.rulebatch.catalog.FieldType;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.catalog.Operation;
import org.rulebatch.generate.EvidenceSource;
import org.rulebatch.generate.Lead;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.requirement.Call;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Expectation;
import org.rulebatch.requirement.Operator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers what a model asks the catalog, with further candidates: of the rule's service, or of another one that it names,
 * {@code kms: key rotation} and {@code kms.get_key_rotation_status}. Reads of configuration only.
 */
public final class CatalogLookup {

    private static final int LONGEST = 120;
    private static final int FACTS = 6;
    private static final int FIELDS = 8;
    private static final int MOST_OF_OPERATION = 30;

    private final Catalog catalog;
    private final ServiceNames names;
    private final EvidenceSource source;

    public CatalogLookup(Catalog catalog, ServiceNames names, EvidenceSource source) {
        this.catalog = catalog;
        this.names = names;
        this.source = source;
    }

    /** What the model is told. */
    String answer(Lookup lookup, RuleMetadata rule, Choices choices) {
        String text = text(lookup);
        return switch (lookup.tool()) {
            case Lookup.SEARCH -> found(choices.add(search(rule, text)));
            case Lookup.OPERATION -> operation(rule.service(), text, choices);
            default -> "There is no such tool; there are search and operation.";
        };
    }

    private List<Lead> search(RuleMetadata rule, String text) {
        String[] parts = text.split(":", 2);
        String other = parts[0].strip().toLowerCase(Locale.ROOT);
        boolean elsewhere = parts.length == 2 && names.clients(other).isPresent();
        String service = elsewhere ? other : rule.service();
        String words = elsewhere ? parts[1].strip() : text;
        String plain =
                words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        String id = "aws." + service + "." + rule.resource() + "." + plain;
        RuleMetadata asked = new RuleMetadata(id, service, rule.resource(), words, words, "", "", "", rule.severity());
        return source.evidence(asked, FACTS, FIELDS).leads();
    }

    private String operation(String service, String name, Choices choices) {
        int dot = name.indexOf('.');
        String method = name.substring(dot + 1).strip();
        List<String> clients = dot > 0 && catalog.clients().contains(name.substring(0, dot))
                ? List.of(name.substring(0, dot))
                : names.clients(service).orElse(List.of());
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
        return found.get().isRead()
                ? found(choices.add(fields(found.get())))
                : "A rule may not use it: " + found.get().accessReason();
    }

    private static List<Lead> fields(Operation read) {
        List<Lead> leads = new ArrayList<>();
        for (Field field : read.fields()) {
            boolean token =
                    read.paginator().filter(pages -> pages.isToken(field)).isPresent();
            if (field.type() != FieldType.STRUCTURE && !token && leads.size() < MOST_OF_OPERATION) {
                String name = FieldPath.parse(field.path()).leafInWords();
                Call call = Call.of(read.client(), read.method());
                Condition condition = Condition.of(name, call, field.path(), Expectation.of(Operator.EXISTS, null));
                leads.add(Lead.of(condition, List.of(), "", 0));
            }
        }
        return leads;
    }

    private static String found(List<Choice> added) {
        return added.isEmpty()
                ? "Nothing beyond the candidates you have."
                : "Further candidates:\n" + Choices.lines(added);
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
