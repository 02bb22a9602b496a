package org.rulebatch.language.value;

import com.google.errorprone.annotations.Immutable;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.StructValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An element of a list that is not known; whoever reads it learns so. */
@Immutable
@SuppressWarnings("Immutable") // answers are not changed once they are there
public final class UnknownView extends StructValue<String, Object> {

    private final UnknownValue unknown;
    private final Place place;

    UnknownView(UnknownValue unknown, Place place) {
        this.unknown = unknown;
        this.place = place;
    }

    public UnknownException read() {
        return place.reading().unknown(place, unknown);
    }

    @Override
    public Object select(String member) {
        throw read();
    }

    @Override
    public Optional<Object> find(String member) {
        throw read();
    }

    @Override
    public Object value() {
        throw read();
    }

    @Override
    public boolean isZeroValue() {
        return false;
    }

    @Override
    public CelType celType() {
        return SimpleType.DYN;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        throw read();
    }

    @Override
    public int hashCode() {
        throw read();
    }
}
