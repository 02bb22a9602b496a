package org.rulebatch.language.value;

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
    public CelType cel() {
        return OpaqueType.create(name);
    }

    @Override
    public String plain() {
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
