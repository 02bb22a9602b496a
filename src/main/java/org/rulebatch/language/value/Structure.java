package org.rulebatch.language.value;

import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value with named members. */
public final class Structure extends Type {

    private final String name;
    private final boolean complete;
    private final Supplier<Map<String, Type>> source;
    private volatile @Nullable Map<String, Type> members;
    private volatile @Nullable StructType definition;

    /**
     * @param name unique among the types that one expression meets, such as {@code ec2.IpPermission}
     * @param complete whether no member is ever absent
     * @param source asked once or more, when the members are first needed
     */
    public Structure(String name, boolean complete, Supplier<Map<String, Type>> source) {
        this.name = name;
        this.complete = complete;
        this.source = source;
    }

    public String name() {
        return name;
    }

    public boolean isComplete() {
        return complete;
    }

    @Override
    public Map<String, Type> members() {
        Map<String, Type> known = members;
        if (known == null) {
            known = source.get();
            members = known;
        }
        return known;
    }

    /** The definition behind the reference that {@link #cel()} is. */
    @SuppressWarnings("Immutable") // the members are the same whenever they are asked for
    StructType definition() {
        StructType known = definition;
        if (known == null) {
            known = StructType.create(name, ImmutableSet.copyOf(members().keySet()), this::member);
            definition = known;
        }
        return known;
    }

    private Optional<CelType> member(String member) {
        return Optional.ofNullable(members().get(member)).map(Type::cel);
    }

    @Override
    public Form form() {
        return Form.STRUCTURE;
    }

    @Override
    public CelType cel() {
        return StructTypeReference.create(name);
    }

    @Override
    public String plain() {
        return "the structure " + name;
    }

    @Override
    String many() {
        return name;
    }

    @Override
    Object view(Object value, Place place) {
        if (value instanceof Map<?, ?> map) {
            return new StructureView(this, map, place);
        }
        throw new MismatchException(place, plain(), value);
    }

    @Override
    Object absent(Place place) {
        return new StructureView(this, Map.of(), place);
    }
}
