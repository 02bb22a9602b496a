package org.rulebatch.language;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a part of an expression before it is checked.
 *
 * @param type null where only the type checker knows
 * @param place where its value comes from, {@code item.IpPermissions[].FromPort}; null where it is made by the expression
 * @param settled whether its value cannot be absent
 */
record Known(@Nullable Type type, @Nullable String place, boolean settled) {

    static final Known NOTHING = new Known(null, null, true);

    static Known made(@Nullable Type type) {
        return new Known(type, null, true);
    }

    Known step(@Nullable Type type, Object step, boolean settled) {
        return new Known(type, place == null ? null : place + Paths.step(step), settled);
    }

    /** An element of the list that this is, or a key of the map. */
    Known each() {
        if (type instanceof ListOf list) {
            return new Known(list.element(), place == null ? null : place + Paths.EACH, true);
        }
        return made(type instanceof MapOf ? Type.text() : type == Type.any() ? Type.any() : null);
    }
}
