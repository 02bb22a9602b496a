package org.rulebatch.language.value;

import com.google.errorprone.annotations.Immutable;
import dev.cel.common.types.CelType;
import java.util.List;
import java.util.Optional;

/** An answer's list as expressions see it. An element that is not known stops only those who read it. */
@Immutable
@SuppressWarnings("Immutable") // answers are not changed once they are there
final class ListView extends ListValue implements Raw {

    private final ListOf type;
    private final List<?> values;
    private final Place place;

    ListView(ListOf type, List<?> values, Place place) {
        this.type = type;
        this.values = values;
        this.place = place;
    }

    @Override
    public Object get(int index) {
        Place at = place.at((long) index);
        Object value = values.get(index);
        return value instanceof UnknownValue unknown
                ? new UnknownView(unknown, at)
                : type.element().read(value, at);
    }

    @Override
    int count() {
        place.reading().found(place, values);
        return values.size();
    }

    /**
     * How many elements there are.
     *
     * @throws UnknownException if one is not known: it may stand for the answer of a read that failed, which would have held
     *     several, or none
     */
    @Override
    public int size() {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof UnknownValue unknown) {
                throw place.reading().unknown(place.at((long) i), unknown);
            }
        }
        return count();
    }

    @Override
    public Object select(String member) {
        throw new IllegalStateException(place.path() + " is a list and has no member '" + member + "'.");
    }

    @Override
    public Optional<Object> find(String member) {
        return Optional.empty();
    }

    @Override
    public CelType celType() {
        return type.cel();
    }

    @Override
    public Object raw() {
        return values;
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public String toString() {
        return Shown.of(values);
    }
}
