package org.rulebatch.engine;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulebatch.language.Expression;

/**
 * What a failure rests on: the values that were read and did not hold, beside what is expected.
 *
 * @param found in reading order; a text in which a secret stands is named, not shown
 * @param more how many further values were read
 * @param expected the expression that a compliant resource meets; empty where nothing failed
 */
public record Evidence(List<Found> found, int more, String expected) {

    /** Of what did not fail. */
    public static final Evidence NONE = new Evidence(List.of(), 0, "");

    /** In a sentence; all are in the data. */
    private static final int MOST_IN_WORDS = 8;

    public Evidence {
        found = List.copyOf(found);
    }

    /**
     * A value.
     *
     * @param path where it stands, {@code item.IpPermissions[0].FromPort}
     * @param value text, a number or a flag; what a list, a structure or a time is in words; null for an absent one
     */
    public record Found(String path, @Nullable Object value) {

        @Override
        public String toString() {
            return path + " = " + (value == null ? "absent" : value instanceof String ? "\"" + value + "\"" : value);
        }
    }

    static Evidence of(Expression complies, Map<String, Object> values) {
        org.rulebatch.language.value.Evidence read = complies.explain(values).evidence();
        List<Found> found = read.reads().stream()
                .map(each -> new Found(each.path(), each.value()))
                .toList();
        return new Evidence(found, read.more(), complies.source());
    }

    public boolean isEmpty() {
        return expected.isEmpty();
    }

    /** The values for people; empty where none was read. */
    public String foundInWords() {
        String shown = found.stream().limit(MOST_IN_WORDS).map(Found::toString).collect(Collectors.joining(", "));
        int left = Math.max(0, found.size() - MOST_IN_WORDS) + more;
        return shown + (left == 0 ? "" : " and " + left + " more");
    }

    /** A sentence for people. */
    String words() {
        String values = foundInWords();
        return (values.isEmpty() ? "" : "found " + values + "; ") + "expected " + expected;
    }
}
