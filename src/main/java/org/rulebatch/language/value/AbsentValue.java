package org.rulebatch.language.value;

import com.google.errorprone.annotations.Immutable;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.Optional;

/** What is absent in a value of which nothing is declared: it equals nothing, has no member and no element. */
@Immutable
final class AbsentValue extends ListValue {

    static final AbsentValue INSTANCE = new AbsentValue();

    private AbsentValue() {}

    @Override
    public Object get(int index) {
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    int count() {
        return 0;
    }

    @Override
    public int size() {
        return 0;
    }

    @Override
    public Object select(String member) {
        return this;
    }

    @Override
    public Optional<Object> find(String member) {
        return Optional.empty();
    }

    @Override
    public CelType celType() {
        return SimpleType.DYN;
    }

    @Override
    public String toString() {
        return "absent";
    }
}
