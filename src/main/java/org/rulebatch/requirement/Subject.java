package org.rulebatch.requirement;

import java.util.List;
import java.util.Locale;

/** What a check gives its verdicts about. */
public sealed interface Subject {

    /**
     * The items of a read. Where further reads are made for each of them, an item has the members of all their answers; of two
     * members of one name the later read's counts.
     *
     * @param reads at least one
     */
    record Items(List<Read> reads) implements Subject {
        public Items {
            reads = List.copyOf(reads);
            if (reads.isEmpty()) {
                throw new IllegalArgumentException("items need at least one read");
            }
        }
    }

    /** One verdict for a whole place. */
    enum Place implements Subject {
        ACCOUNT,
        REGION;

        /** The name as it stands in files: {@code account}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
