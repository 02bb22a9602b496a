package org.rulebatch.language.value;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import java.util.List;
import java.util.Optional;

/** A list; an absent one reads as empty. */
public final class ListOf extends Type {

    private final Type element;
    private final ListType cel;

    ListOf(Type element) {
        this.element = element;
        this.cel = ListType.create(element.cel());
    }

    public Type element() {
        return element;
    }

    @Override
    public Form form() {
        return Form.LIST;
    }

    @Override
    public Optional<Type> part() {
        return Optional.of(element);
    }

    @Override
    public CelType cel() {
        return cel;
    }

    @Override
    public String plain() {
        return "a list of " + element.many();
    }

    @Override
    Object view(Object value, Place place) {
        if (value instanceof List<?> list) {
            return new ListView(this, list, place);
        }
        throw new MismatchException(place, plain(), value);
    }

    @Override
    Object absent(Place place) {
        return new ListView(this, List.of(), place);
    }
}
