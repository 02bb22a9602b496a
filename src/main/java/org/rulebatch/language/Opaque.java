package org.rulebatch.language;

import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;

/** What a function gives for other functions to read. */
final class Opaque extends Type {

    private final String name;

    Opaque(String name) {
        this.name = name;
    }

    @Override
    public Form form() {
        return Form.OPAQUE;
    }

    @Override
    CelType cel() {
        return OpaqueType.create(name);
    }

    @Override
    String plain() {
        return "a " + name;
    }

    @Override
    Object view(Object value, Place place) {
        return value;
    }

    @Override
    Object absent(Place place) {
        throw new IllegalStateException("There is no " + name + " at " + place.path() + ".");
    }
}
