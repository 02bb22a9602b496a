package org.rulebatch.language.value;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.rulebatch.catalog.Facts;
import org.rulebatch.catalog.Service;

/** The types that the shapes of one service make, each made when it is first needed. */
final class ShapeTypes {

    private final Service service;
    private final ConcurrentMap<String, Structure> structures = new ConcurrentHashMap<>();

    ShapeTypes(Service service) {
        this.service = service;
    }

    Service service() {
        return service;
    }

    /**
     * The type of a structure.
     *
     * @throws IllegalArgumentException if the service has no such shape
     */
    Structure structure(String shape) {
        return structures.computeIfAbsent(shape, name -> {
            Facts facts = facts(name);
            return new Structure(service.client() + "." + name, false, () -> members(facts.at("members")));
        });
    }

    private Map<String, Type> members(Facts members) {
        Map<String, Type> types = new LinkedHashMap<>();
        members.keys().forEach(member -> types.put(member, of(members.at(member))));
        return types;
    }

    /** The type behind a reference to a shape, such as a member's. */
    Type of(Facts reference) {
        return of(reference, new HashSet<>());
    }

    private Type of(Facts reference, Set<String> open) {
        String name = reference.text("shape");
        Facts shape = facts(name);
        if (reference.flag("jsonvalue") || shape.flag("document")) {
            return Type.any();
        }
        return switch (shape.text("type")) {
            case "structure" -> structure(name);
            case "list" -> open.add(name) ? closing(name, open, Type.list(of(shape.at("member"), open))) : Type.any();
            case "map" -> open.add(name) ? closing(name, open, Type.map(of(shape.at("value"), open))) : Type.any();
            case "integer", "long" -> Type.integer();
            case "float", "double" -> Type.decimal();
            case "boolean" -> Type.truth();
            case "timestamp" -> Type.time();
            default -> Scalar.enumOf(shape.texts("enum")); // a blob arrives as Base64 text
        };
    }

    /** A list or a map that holds itself without a structure between is of any type from there on. */
    private static Type closing(String name, Set<String> open, Type type) {
        open.remove(name);
        return type;
    }

    private Facts facts(String shape) {
        return service.model()
                .shape(shape)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The API model of " + service.client() + " has no shape '" + shape + "'."));
    }
}
