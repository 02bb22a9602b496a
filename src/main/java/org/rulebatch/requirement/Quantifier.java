package org.rulebatch.requirement;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How many elements of a list must satisfy a condition. */
public enum Quantifier {
    EVERY,
    SOME,
    NONE;

    /**
     * Whether the quantifier ranges over the whole answer, although its elements are judged one by one: {@code some} and
     * {@code none} do where there is no list inside an element to range over. {@code every} then says the same of each.
     *
     * @param items path of the elements
     * @param path of the value, below {@code items}
     */
    public boolean rangesOverAnswer(String items, String path) {
        String inside = path.substring(items.length());
        return this != EVERY && !inside.contains("[]") && !inside.contains("{}");
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Quantifier> of(String wireName) {
        return Arrays.stream(values())
                .filter(quantifier -> quantifier.wireName().equals(wireName))
                .findFirst();
    }
}
