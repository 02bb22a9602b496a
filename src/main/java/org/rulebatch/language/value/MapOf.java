package org.rulebatch.language.value;

import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import java.util.Map;
import java.util.Optional;

/** A map with text keys; an absent one reads as empty, and so does an absent key. */
public final class MapOf extends Type {

    private final Type value;
    private final MapType cel;

    MapOf(Type value) {
        this.value = value;
        this.cel = MapType.create(SimpleType.STRING, value.cel());
    }

    public Type value() {
        return value;
    }

    @Override
    public Form form() {
        return Form.MAP;
    }

    @Override
    public Optional<Type> part() {
        return Optional.of(value);
    }

    @Override
    public CelType cel() {
        return cel;
    }

    @Override
    public String plain() {
        return "a map of " + value.many();
    }

    @Override
    Object view(Object value, Place place) {
        if (value instanceof Map<?, ?> map) {
            return new MapView(this, map, place);
        }
        throw new MismatchException(place, plain(), value);
    }

    @Override
    Object absent(Place place) {
        return new MapView(this, Map.of(), place);
    }
}
