package org.rulebatch.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.FieldPath;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.language.Language;
import org.rulebatch.ruleyaml.Check;
import org.rulebatch.ruleyaml.Clause;
import org.rulebatch.ruleyaml.Demand;
import org.rulebatch.ruleyaml.Discovery;
import org.rulebatch.ruleyaml.RuleDocument;
import org.springframework.util.function.SingletonSupplier;

/**
 * Finds what a rule file says that cannot be, before a call is made: a mistyped name has no value anywhere, and a check on it
 * would fail everything or, worse, pass everything.
 */
public final class Faults {

    /**
     * Where a fault is.
     *
     * @param discovery its id
     * @param key the parameter or emitted key, or the check's expression; empty for the list of items and for conditions
     */
    public record Place(String discovery, Kind kind, String key) {}

    /** What of a discovery, or of a check upon it, is at fault. */
    public enum Kind {
        PARAMETER,
        ITEMS,
        EMITTED,
        VARIABLE
    }

    private static final String ITEM = "item";

    private final Catalog catalog;
    private final CheckCompiler compiler;
    private final Map<String, Discovery> discoveries = new HashMap<>();
    private final Map<Check, List<Fault>> known = new ConcurrentHashMap<>();

    public Faults(RuleDocument document, Catalog catalog) {
        this(document, catalog, new CheckCompiler(document, SingletonSupplier.of(() -> Language.of(catalog))));
    }

    /** @param compiler of this document's checks */
    public Faults(RuleDocument document, Catalog catalog, CheckCompiler compiler) {
        this.catalog = catalog;
        this.compiler = compiler;
        document.discoveries().forEach(discovery -> discoveries.put(discovery.id(), discovery));
    }

    /** What keeps a check from being decided, nearest to the check first. */
    public List<Fault> of(Check check) {
        return known.computeIfAbsent(check, each -> List.copyOf(found(each)));
    }

    private List<Fault> found(Check check) {
        List<Fault> faults = new ArrayList<>(ofVariables(check));
        faults.addAll(ofLine(check.forEach()));
        if (check.demand() instanceof Demand.Expressions asked) {
            asked.with().values().forEach(id -> faults.addAll(ofLine(id)));
        }
        return faults;
    }

    /** What a discovery and those above it ask for and cannot be. */
    private List<Fault> ofLine(String id) {
        List<Fault> faults = new ArrayList<>();
        Discovery at = discoveries.get(id);
        while (at != null) {
            faults.addAll(ofCall(at));
            at = parent(at);
        }
        return faults;
    }

    /** What a check's conditions ask for and no discovery can give. */
    List<Fault> ofVariables(Check check) {
        if (!(check.demand() instanceof Demand.Conditions conditions)) {
            return compiler.compile(check).faults();
        }
        List<Fault> faults = new ArrayList<>();
        for (String variable : variables(conditions.clause(), "")) {
            Place place = new Place(check.forEach(), Kind.VARIABLE, "");
            fault(place, FieldPath.parse(variable), discoveries.get(check.forEach()))
                    .ifPresent(faults::add);
        }
        // A name that is not there has no type, and is said once.
        return faults.isEmpty() ? compiler.compile(check).faults() : faults;
    }

    /** What a discovery itself says that cannot be, whether or not a check needs it. */
    List<Fault> ofDiscovery(Discovery discovery) {
        List<Fault> faults = new ArrayList<>(ofCall(discovery));
        discovery.item().forEach((key, template) -> filled(
                        new Place(discovery.id(), Kind.EMITTED, key), discovery, Templates.path(template))
                .ifPresent(faults::add));
        return faults;
    }

    private List<Fault> ofCall(Discovery discovery) {
        List<Fault> faults = new ArrayList<>();
        discovery.params().forEach((name, value) -> {
            for (String template : templates(value)) {
                Place place = new Place(discovery.id(), Kind.PARAMETER, name);
                fault(place, Templates.path(template), parent(discovery)).ifPresent(faults::add);
            }
        });
        ofItems(discovery).ifPresent(faults::add);
        return faults;
    }

    private Optional<Fault> ofItems(Discovery discovery) {
        Place place = new Place(discovery.id(), Kind.ITEMS, "");
        return Optional.ofNullable(discovery.itemsFor())
                .flatMap(items -> answered(place, discovery, Templates.path(items)));
    }

    /** Whether {@code item.<key>…} has no value in the items of a discovery. */
    private Optional<Fault> fault(Place place, FieldPath path, @Nullable Discovery of) {
        List<String> steps = path.steps();
        if (steps.size() < 2 || !steps.get(0).equals(ITEM)) {
            return Optional.of(unresolved(place, path, "it does not begin with 'item.'", "", ""));
        }
        String key = steps.get(1);
        TreeSet<String> emitted = new TreeSet<>();
        for (Discovery at = of; at != null; at = parent(at)) {
            String template = at.item().get(key);
            if (template != null) {
                return emitted(place, at, key, Templates.path(template), steps.subList(2, steps.size()));
            }
            emitted.addAll(at.item().keySet());
        }
        String near = Nearest.to(key, emitted).orElse("");
        String why = emitted.isEmpty() ? "there is no item" : "the items have " + String.join(", ", emitted);
        return Optional.of(unresolved(place, path, why, key, near));
    }

    /** The template is looked at first: it is at fault for all that ask for its key. */
    private Optional<Fault> emitted(Place asked, Discovery at, String key, FieldPath template, List<String> below) {
        Place own = new Place(at.id(), Kind.EMITTED, key);
        return filled(own, at, template).or(() -> filled(asked, at, template.and(below)));
    }

    private Optional<Fault> filled(Place place, Discovery at, FieldPath path) {
        List<String> steps = path.steps();
        String items = at.itemsFor();
        if (steps.get(0).equals(ITEM)) {
            return fault(place, path, parent(at));
        }
        if (!steps.get(0).equals(Discovery.ELEMENT) || items == null) {
            return answered(place, at, path);
        }
        if (ofItems(at).isPresent()) {
            return Optional.empty(); // told once, of the list itself
        }
        List<String> element = new ArrayList<>(Templates.path(items).steps());
        element.add("[]");
        element.addAll(steps.subList(1, steps.size()));
        return answered(place, at, new FieldPath(element));
    }

    /** Whether {@code <response>.<member>…} has no value by the API model. */
    private Optional<Fault> answered(Place place, Discovery discovery, FieldPath path) {
        List<String> steps = path.steps();
        if (!steps.get(0).equals(discovery.saveAs())) {
            return Optional.of(unresolved(place, path, "it does not begin with '" + discovery.saveAs() + ".'", "", ""));
        }
        FieldPath members = new FieldPath(steps.subList(1, steps.size()));
        String read = discovery.client() + "." + discovery.action();
        return AnswerShape.of(catalog, discovery.client(), discovery.action())
                .flatMap(shape -> shape.missing(members))
                .map(missing -> new Fault(
                        place,
                        Fault.UNKNOWN_FIELD,
                        read + " answers no " + members + ": " + missing.owner() + " has no " + missing.step()
                                + missing.nearest()
                                        .map(near -> "; did you mean '" + near + "'?")
                                        .orElse(""),
                        missing.step(),
                        missing.nearest().orElse("")));
    }

    private static Fault unresolved(Place place, FieldPath path, String why, String wrong, String near) {
        String meant = near.isEmpty() ? "" : "; did you mean '" + near + "'?";
        String what = place.kind() == Kind.VARIABLE ? "the variable " : "the template ";
        String message = what + path + " of " + place.discovery() + " names what is not there: " + why + meant;
        return new Fault(place, Fault.UNRESOLVED, message, wrong, near);
    }

    private @Nullable Discovery parent(Discovery discovery) {
        return discovery.forEach() == null ? null : discoveries.get(discovery.forEach());
    }

    private static List<String> templates(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().flatMap(each -> templates(each).stream()).toList();
        }
        if (value instanceof Map<?, ?> map) {
            return map.values().stream()
                    .flatMap(each -> templates(each).stream())
                    .toList();
        }
        return Templates.isTemplate(value) ? List.of(value.toString()) : List.of();
    }

    /** The variables of a condition, those about an element with the path of the elements in its place. */
    private static List<String> variables(Clause clause, String elements) {
        if (clause instanceof Clause.Leaf leaf) {
            return List.of(whole(leaf.variable(), elements));
        }
        if (clause instanceof Clause.Over over) {
            String path = whole(over.path(), elements);
            List<String> variables = new ArrayList<>(variables(over.match(), path));
            variables.add(path);
            return variables;
        }
        List<Clause> parts = parts(clause);
        return parts.stream()
                .flatMap(part -> variables(part, elements).stream())
                .toList();
    }

    private static List<Clause> parts(Clause clause) {
        if (clause instanceof Clause.All all) {
            return all.parts();
        }
        if (clause instanceof Clause.Any any) {
            return any.parts();
        }
        return clause instanceof Clause.Not not ? List.of(not.part()) : List.of();
    }

    private static String whole(String variable, String elements) {
        boolean ofElement =
                variable.equals("element") || variable.startsWith("element.") || variable.startsWith("element[");
        return ofElement && !elements.isEmpty() ? elements + variable.substring("element".length()) : variable;
    }
}
