package org.rulebatch.requirement;

import java.util.Arrays;
import java.util.Locale;

/** A piece of a check that can answer words of a rule; the names are the keys of a check in a rule file. */
public enum Piece {
    FOR_EACH,
    WHERE,
    WITH,
    PARAMETERS,
    COMPLIES,
    CONDITIONS;

    /** The name as it stands in files: {@code for_each}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The piece of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Piece of(String wireName) {
        return Arrays.stream(values())
                .filter(each -> each.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + wireName + "' is not a piece of a check"));
    }
}
