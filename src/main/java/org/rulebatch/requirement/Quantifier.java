package org.rulebatch.requirement;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How many elements of a list must satisfy a condition. */
public enum Quantifier {
    EVERY,
    SOME,
    NONE;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Quantifier> of(String wireName) {
        return Arrays.stream(values())
                .filter(quantifier -> quantifier.wireName().equals(wireName))
                .findFirst();
    }
}
