package org.rulebatch.language.value;

import com.google.errorprone.annotations.Immutable;
import dev.cel.common.types.CelType;
import dev.cel.common.values.StructValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An answer's map as expressions see it: an absent key reads as the nothing of the map's values. */
@Immutable
@SuppressWarnings("Immutable") // answers are not changed once they are there
final class MapView extends StructValue<String, Object> implements Map<Object, Object>, Raw {

    private final MapOf type;
    private final Map<?, ?> values;
    private final Place place;

    MapView(MapOf type, Map<?, ?> values, Place place) {
        this.type = type;
        this.values = values;
        this.place = place;
    }

    @Override
    public Object select(String key) {
        return type.value().read(values.get(key), place.at(key));
    }

    @Override
    public Optional<Object> find(String key) {
        return Optional.ofNullable(place.reading().present(values.get(key), place, key));
    }

    @Override
    public Object get(@Nullable Object key) {
        return select(String.valueOf(key));
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return find(String.valueOf(key)).isPresent();
    }

    @Override
    public int size() {
        place.reading().found(place, values);
        return values.size();
    }

    @Override
    public boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public Set<Object> keySet() {
        return read().keySet();
    }

    @Override
    public Collection<Object> values() {
        return read().values();
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        return read().entrySet();
    }

    @Override
    public boolean containsValue(@Nullable Object value) {
        return read().containsValue(value);
    }

    private Map<Object, Object> read() {
        place.reading().found(place, values);
        Map<Object, Object> read = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : values.entrySet()) {
            Place at = place.at(entry.getKey());
            Object value = entry.getValue();
            read.put(
                    entry.getKey(),
                    value instanceof UnknownValue unknown
                            ? new UnknownView(unknown, at)
                            : type.value().read(value, at));
        }
        return read;
    }

    @Override
    public Object put(Object key, Object value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object remove(@Nullable Object key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void putAll(Map<?, ?> others) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void clear() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object value() {
        return this;
    }

    @Override
    public boolean isZeroValue() {
        return values.isEmpty();
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
    public boolean equals(@Nullable Object other) {
        return other instanceof MapView view ? values.equals(view.values) : read().equals(other);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return Shown.of(values);
    }
}
