package org.rulebatch.lint;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.FieldPath;
import org.rulebatch.language.Language;
import org.rulebatch.language.Scope;
import org.rulebatch.language.value.Origin;
import org.rulebatch.language.value.Type;
import org.rulebatch.ruleyaml.Check;
import org.rulebatch.ruleyaml.Demand;
import org.rulebatch.ruleyaml.Discovery;
import org.rulebatch.ruleyaml.RuleDocument;

/** The variables that the expressions of a check see, with their types by the API models. */
final class CheckScope {

    private static final String ITEM = "item";

    private final Map<String, Discovery> discoveries = new HashMap<>();

    CheckScope(RuleDocument document) {
        document.discoveries().forEach(discovery -> discoveries.put(discovery.id(), discovery));
    }

    /** @throws IllegalArgumentException if a discovery, or the read that it makes, is not there */
    Scope of(Language language, Check check) {
        Scope.Builder scope = language.scope();
        if (check.isOfItems()) {
            scope.item(origins(language, discovery(check.forEach())));
        }
        if (check.demand() instanceof Demand.Expressions asked) {
            asked.with().forEach((name, id) -> scope.list(name, origins(language, discovery(id))));
            asked.parameters().forEach((name, value) -> scope.param(name, Type.of(value)));
        }
        return scope.build();
    }

    private Discovery discovery(String id) {
        Discovery discovery = discoveries.get(id);
        if (discovery == null) {
            throw new IllegalArgumentException("there is no discovery " + id + " in this file");
        }
        return discovery;
    }

    /**
     * Where the keys of its items come from, those that it takes over from its parent among them. A key whose template names
     * what is not there is no key: who asks for it is told, and nobody else.
     */
    private Map<String, Origin> origins(Language language, Discovery discovery) {
        String parent = discovery.forEach();
        Map<String, Origin> above = parent == null ? Map.of() : origins(language, discovery(parent));
        Map<String, Origin> origins = new LinkedHashMap<>(above);
        discovery.item().forEach((key, template) -> {
            Optional<Origin> origin = origin(discovery, above, template).filter(language::has);
            origin.ifPresentOrElse(found -> origins.put(key, found), () -> origins.remove(key));
        });
        return origins;
    }

    private static Optional<Origin> origin(Discovery discovery, Map<String, Origin> above, String template) {
        List<String> steps = Templates.path(template).steps();
        List<String> below = steps.subList(1, steps.size());
        if (steps.get(0).equals(ITEM)) {
            return below.size() == 1 ? Optional.ofNullable(above.get(below.get(0))) : Optional.empty();
        }
        String items = discovery.itemsFor();
        boolean element = items != null && steps.get(0).equals(Discovery.ELEMENT);
        if (!element && !steps.get(0).equals(discovery.saveAs())) {
            return Optional.empty();
        }
        return Optional.of(new Origin(
                discovery.client(),
                discovery.action(),
                element ? belowAnswer(items) : "",
                new FieldPath(below).toString()));
    }

    /** The path of the list, without the name of the answer. */
    private static String belowAnswer(@Nullable String items) {
        List<String> steps = Templates.path(String.valueOf(items)).steps();
        return new FieldPath(steps.subList(1, steps.size())).toString();
    }
}
