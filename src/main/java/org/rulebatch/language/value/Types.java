package org.rulebatch.language.value;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Facts;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.catalog.Operation;
import org.rulebatch.catalog.Service;

/** The types of all services of a catalog, shared by everything that is compiled. */
public final class Types {

    private static final Pattern STEP = Pattern.compile("\\[]|\\{}|[^.\\[{]+");

    private final Catalog catalog;
    private final ConcurrentMap<String, ShapeTypes> services = new ConcurrentHashMap<>();

    public Types(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The type of a value that a read answers.
     *
     * @throws IllegalArgumentException if the catalog has no such read, or its answer no such place
     */
    public Type of(Origin origin) {
        ShapeTypes shapes = shapes(origin.client());
        Type answer = answer(shapes, origin);
        Type item = origin.itemsFor().isEmpty() ? answer : element(along(answer, origin.itemsFor(), origin));
        return along(item, origin.path(), origin);
    }

    /** The structure of a shape. */
    public Structure structure(String client, String shape) {
        return shapes(client).structure(shape);
    }

    /** The structure that a read answers; it has no members where the read answers nothing. */
    Type answer(ShapeTypes shapes, Origin origin) {
        Operation operation = shapes.service()
                .operation(origin.operation())
                .filter(Operation::isRead)
                .orElseThrow(() -> new IllegalArgumentException("There is no read '" + origin.operation() + "' of "
                        + origin.client() + hint(shapes.service().nearest(origin.operation())) + "."));
        Facts output = shapes.service()
                .model()
                .operation(operation.name())
                .map(facts -> facts.at("output"))
                .orElse(new Facts(Map.of()));
        return output.has("shape") ? shapes.of(output) : new Structure(operation + ".nothing", false, Map::of);
    }

    ShapeTypes shapes(String client) {
        Service service = catalog.service(client)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no client '" + client + "' in the catalog" + hint(catalog.nearest(client)) + "."));
        return services.computeIfAbsent(client, name -> new ShapeTypes(service));
    }

    /** A path that goes through elements gives the list of what it leads to, as the engine's templates do. */
    private static Type along(Type start, String path, Origin origin) {
        Type type = start;
        boolean many = false;
        Matcher steps = STEP.matcher(path);
        while (steps.find()) {
            String step = steps.group();
            if (step.equals("[]") || step.equals("{}")) {
                many = true;
                type = part(type);
            } else {
                type = member(type, step, origin);
            }
        }
        return many ? Type.list(type) : type;
    }

    private static Type member(Type type, String step, Origin origin) {
        if (type instanceof MapOf map) {
            return map.value();
        }
        if (!(type instanceof Structure structure)) {
            if (type == Type.any()) {
                return type;
            }
            throw new IllegalArgumentException("The answer of " + origin.client() + "." + origin.operation()
                    + " has no '" + step + "': what stands before it is " + type.plain() + ".");
        }
        Type member = structure.members().get(step);
        if (member == null) {
            throw new IllegalArgumentException("The answer of " + origin.client() + "." + origin.operation()
                    + " has no '" + step + "' in " + structure.name()
                    + hint(Nearest.to(step, structure.members().keySet())) + ".");
        }
        return member;
    }

    /** The element of a list, or of the lists in it; the value of a map. */
    private static Type element(Type list) {
        Type type = list;
        while (type instanceof ListOf nested) {
            type = nested.element();
        }
        return type instanceof MapOf map ? map.value() : type;
    }

    private static Type part(Type type) {
        return type instanceof ListOf list ? list.element() : type instanceof MapOf map ? map.value() : type;
    }

    private static String hint(Optional<String> nearest) {
        return nearest.map(name -> " (did you mean '" + name + "'?)").orElse("");
    }

    /** Finds the structures that a scope's own types refer to. */
    public CelTypeProvider provider(Map<String, Structure> own) {
        return new Provider(this, Map.copyOf(own));
    }

    @SuppressWarnings("Immutable") // types are not changed once they are made
    private record Provider(Types all, Map<String, Structure> own) implements CelTypeProvider {

        @Override
        public ImmutableCollection<CelType> types() {
            return ImmutableList.of();
        }

        @Override
        public Optional<CelType> findType(String name) {
            Structure known = own.get(name);
            if (known != null) {
                return Optional.of(known.definition());
            }
            int dot = name.lastIndexOf('.');
            if (dot <= 0 || !all.catalog.clients().contains(name.substring(0, dot))) {
                return Optional.empty();
            }
            return all.shapes(name.substring(0, dot))
                    .service()
                    .model()
                    .shape(name.substring(dot + 1))
                    .filter(shape -> shape.text("type").equals("structure"))
                    .map(shape -> all.structure(name.substring(0, dot), name.substring(dot + 1))
                            .definition());
        }
    }
}
