package org.rulebatch.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a condition holds: yes, no, or not known.
 *
 * @param open what is not known; null where the answer is yes or no
 */
record Truth(boolean holds, @Nullable Open open) {

    static final Truth YES = new Truth(true, null);
    static final Truth NO = new Truth(false, null);

    static Truth of(boolean holds) {
        return holds ? YES : NO;
    }

    static Truth unknown(Open open) {
        return new Truth(false, open);
    }

    boolean isKnown() {
        return open == null;
    }

    Truth not() {
        return isKnown() ? of(!holds) : this;
    }

    /** All hold; a single no decides, whatever is not known. */
    static Truth all(List<Truth> parts) {
        return decide(parts, false);
    }

    /** One holds; a single yes decides, whatever is not known. */
    static Truth any(List<Truth> parts) {
        return decide(parts, true);
    }

    private static Truth decide(List<Truth> parts, boolean decisive) {
        Truth undecided = null;
        for (Truth part : parts) {
            if (part.isKnown() && part.holds() == decisive) {
                return part;
            }
            if (!part.isKnown() && (undecided == null || isGraver(part, undecided))) {
                undecided = part;
            }
        }
        return undecided == null ? of(!decisive) : undecided;
    }

    /** An error is worth more words than that there was nothing to ask about. */
    private static boolean isGraver(Truth part, Truth than) {
        return part.open != null && part.open.isError() && than.open != null && !than.open.isError();
    }
}
