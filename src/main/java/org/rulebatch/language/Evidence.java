package org.rulebatch.language;

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

    /**
     * One value.
     *
     * @param path where it stands, {@code item.IpPermissions[0].FromPort}
     * @param value a scalar as it is, text at most 200 characters long; what lists and structures are, in words; null where
     *     there is none
     */
    public record Read(String path, @Nullable Object value) {

        @Override
        public String toString() {
            return path + " = " + (value == null ? "absent" : value instanceof String ? "\"" + value + "\"" : value);
        }
    }
}
