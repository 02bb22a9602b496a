package org.rulebatch.language.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values that an evaluation read, in reading order.
 *
 * @param reads at most {@value #MOST}
 * @param more how many further values were read
 */
public record Evidence(List<Read> reads, int more) {

    static final int MOST = 50;

    public Evidence {
        reads = List.copyOf(reads);
    }

    /** What a list or a structure is, in words. */
    public record Summary(String words) {

        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * One value.
     *
     * @param path where it stands, {@code item.IpPermissions[0].FromPort}
     * @param value a scalar as it is, text at most 200 characters long; a {@link Summary} of lists and structures, and of a
     *     text in which a secret stands; null where there is none
     */
    public record Read(String path, @Nullable Object value) {

        @Override
        public String toString() {
            return path + " = " + (value == null ? "absent" : value instanceof String ? "\"" + value + "\"" : value);
        }
    }
}
