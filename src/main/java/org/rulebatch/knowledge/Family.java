package org.rulebatch.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A control family, such as {@code encryption_at_rest}.
 *
 * @param sentence what holds where a rule of the family is met
 * @param words phrases that people use for it, lower case, most telling first
 * @param confirm what must hold of the thing that a field names, where that the field is there does not say enough
 */
public record Family(
        String id, String sentence, List<String> words, Polarity polarity, @Nullable Confirmation confirm) {

    /** How a rule of a family is usually meant. */
    public enum Polarity {
        /** The thing must be there. */
        PRESENT,
        /** It must not. */
        ABSENT
    }

    public Family {
        words = List.copyOf(words);
    }
}
