package org.rulebatch.prove;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.rulebatch.lint.Templates;
import org.rulebatch.ruleyaml.Discovery;
import org.rulebatch.ruleyaml.RuleDocument;

/** What the discoveries of a rule file emit and ask by, looked up once for all examples of a check. */
final class Shapes {

    private static final Pattern NAME = Pattern.compile("\\{\\{ resource(\\.[A-Za-z]*(Name|Id|Arn|name|id|arn))? }}");

    private final RuleDocument document;
    private final Map<String, Discovery> discoveries = new HashMap<>();
    private final Map<String, List<String>> steps = new HashMap<>();
    private final Map<String, List<String>> wanted = new LinkedHashMap<>();

    /** @param decided the keys that the check reads: nothing but its values puts anything there */
    Shapes(RuleDocument document, Set<String> decided) {
        this.document = document;
        document.discoveries().forEach(discovery -> discoveries.put(discovery.id(), discovery));
        for (Discovery discovery : document.discoveries()) {
            List<String> keys = new ArrayList<>();
            document.discoveries().stream()
                    .filter(child -> discovery.id().equals(child.forEach()))
                    .forEach(child -> child.params().values().forEach(value -> asked(value, keys)));
            discovery.item().entrySet().stream()
                    .filter(key -> NAME.matcher(key.getValue()).matches() && !decided.contains(key.getKey()))
                    .findFirst()
                    .ifPresent(key -> keys.add(key.getKey()));
            wanted.put(discovery.id(), keys);
        }
    }

    List<Discovery> discoveries() {
        return document.discoveries();
    }

    Discovery discovery(String id) {
        Discovery discovery = discoveries.get(id);
        if (discovery == null) {
            throw new IllegalArgumentException("there is no discovery " + id);
        }
        return discovery;
    }

    /** The steps of a template's path. */
    List<String> steps(String template) {
        return steps.computeIfAbsent(template, each -> Templates.path(each).steps());
    }

    /** The keys that an item must have to be named, and for the reads that are made for it. */
    List<String> wanted(Discovery discovery) {
        return wanted.getOrDefault(discovery.id(), List.of());
    }

    /** The key of the parent's items that a parameter is bound to; empty for a literal. */
    Optional<String> bound(Object parameter) {
        List<String> keys = new ArrayList<>();
        asked(parameter, keys);
        return keys.stream().findFirst();
    }

    private void asked(Object value, List<String> keys) {
        if (value instanceof List<?> list) {
            list.forEach(each -> asked(each, keys));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(each -> asked(each, keys));
        } else if (Templates.isTemplate(value)) {
            List<String> path = steps(value.toString());
            if (path.size() > 1) {
                keys.add(path.get(1));
            }
        }
    }
}
