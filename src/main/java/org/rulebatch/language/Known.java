package org.rulebatch.language;

import org.jspecify.annotations.Nullable;
import org.rulebatch.language.value.ListOf;
import org.rulebatch.language.value.MapOf;
import org.rulebatch.language.value.Paths;
import org.rulebatch.language.value.Type;

/**
 * What is known of a part of an expression before it is checked.
 *
 * @param type null where only the type checker knows
 * @param place where its value comes from, {@code item.IpPermissions[].FromPort}; null where it is made by the expression
 * @param settled whether its value cannot be absent
 * @param element what is known of the elements of a list that the expression makes; null for other values
 */
record Known(@Nullable Type type, @Nullable String place, boolean settled, @Nullable Known element) {

    static final Known NOTHING = made(null);

    /** A value that stands in an answer or a variable. */
    static Known at(@Nullable Type type, @Nullable String place, boolean settled) {
        return new Known(type, place, settled, null);
    }

    /** A value that the expression makes. */
    static Known made(@Nullable Type type) {
        return new Known(type, null, true, null);
    }

    /** A list that the expression makes of such elements. */
    static Known listOf(Known element) {
        Known there = new Known(element.type, element.place, true, element.element);
        return new Known(element.type == null ? null : Type.list(element.type), null, true, there);
    }

    Known step(@Nullable Type type, Object step, boolean settled) {
        return at(type, place == null ? null : place + Paths.step(step), settled);
    }

    /** The document that is read out of the text that this is. */
    Known document() {
        return at(Type.any(), place + Paths.DOCUMENT, true);
    }

    /** Whether it stands in a document that is read out of a text. */
    boolean isOfDocument() {
        return place != null && place.contains(Paths.DOCUMENT);
    }

    /** An element of the list that this is, or a key of the map. */
    Known each() {
        if (element != null) {
            return element;
        }
        if (type instanceof ListOf list) {
            return at(list.element(), place == null ? null : place + Paths.EACH, true);
        }
        if (isOfDocument()) {
            return at(type, place + Paths.EACH, true);
        }
        return made(type instanceof MapOf ? Type.text() : type == Type.any() ? type : null);
    }
}
