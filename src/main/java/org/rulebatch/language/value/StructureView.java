package org.rulebatch.language.value;

import com.google.errorprone.annotations.Immutable;
import dev.cel.common.types.CelType;
import dev.cel.common.values.StructValue;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An answer's structure as expressions see it: an absent member reads as the nothing of its type. */
@Immutable
@SuppressWarnings("Immutable") // answers are not changed once they are there
final class StructureView extends StructValue<String, Object> implements Raw {

    private final Structure type;
    private final Map<?, ?> values;
    private final Place place;

    StructureView(Structure type, Map<?, ?> values, Place place) {
        this.type = type;
        this.values = values;
        this.place = place;
    }

    @Override
    public Object select(String member) {
        Type declared = type.members().get(member);
        if (declared == null) {
            throw new IllegalStateException(type.name() + " has no member '" + member + "'.");
        }
        return declared.read(values.get(member), place.at(member));
    }

    @Override
    public Optional<Object> find(String member) {
        return Optional.ofNullable(place.reading().present(values.get(member), place, member));
    }

    /** Itself: the evaluator unwraps values on the way, and would lose places and absence. */
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
        return other instanceof StructureView view && values.equals(view.values);
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
