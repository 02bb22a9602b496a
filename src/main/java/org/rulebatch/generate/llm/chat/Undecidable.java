package org.rulebatch.generate.llm.chat;

import java.util.List;
import java.util.Locale;
import org.rulebatch.requirement.Cause;

/** Why a model finds no check: the causes that it may name. */
final class Undecidable {

    static final List<String> CAUSES = List.of(
            Cause.NO_READ_API.wireName(),
            Cause.NEEDS_PARAMETER.wireName(),
            Cause.AMBIGUOUS.wireName(),
            Cause.NOT_COVERED.wireName());

    private Undecidable() {}

    /** The cause of that name; the model's own uncertainty where it names none. */
    static Cause cause(String name) {
        return CAUSES.contains(name) ? Cause.valueOf(name.toUpperCase(Locale.ROOT)) : Cause.MODEL_UNSURE;
    }
}
