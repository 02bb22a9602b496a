package org.rulebatch.generate.embedded;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A phrase that shows that a fact is not meant.
 *
 * @param stems what it says
 * @param row all its stems in a row, where it has words that say nothing alone and much together: "not scheduled"; else empty
 */
record Exclusion(Set<String> stems, String row) {

    /** They stand before many names and are no part of a phrase. */
    private static final Set<String> PROVIDER = Set.of("aw", "amazon");

    static Exclusion of(String phrase, RuleReader reader) {
        List<String> telling = reader.telling(phrase);
        Set<String> lost = new HashSet<>(reader.stems(phrase));
        telling.forEach(lost::remove);
        lost.removeAll(PROVIDER);
        boolean whole = lost.isEmpty() || telling.contains(RuleReader.ON);
        return new Exclusion(Set.copyOf(telling), whole ? "" : row(reader.stems(phrase)));
    }

    /** Stems as one text, in which a row of them can be found. */
    static String row(List<String> stems) {
        return " " + String.join(" ", stems) + " ";
    }

    /**
     * Whether an id says it.
     *
     * @param id its stems that say something
     * @param said all of them in a row
     */
    boolean isSaid(Set<String> id, String said) {
        return row.isEmpty() ? !stems.isEmpty() && id.containsAll(stems) : said.contains(row);
    }
}
