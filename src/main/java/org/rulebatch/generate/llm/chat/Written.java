package org.rulebatch.generate.llm.chat;

import java.util.List;
import java.util.Locale;
import org.rulebatch.requirement.Expressions;

/**
 * A check as a model wrote it.
 *
 * @param parts what it says of the rule's parts
 * @param reservation what a person has to decide; empty for a check without one
 * @param basis the benchmark or best practice that gives a vague rule its meaning, by name; empty for none
 * @param reason one or two sentences
 * @param confidence 0 to 1
 */
record Written(
        Expressions check,
        Outcome outcome,
        List<Piece> parts,
        String reservation,
        String basis,
        String reason,
        double confidence) {

    /** What a reply comes to. */
    enum Outcome {
        CHECK,
        PROPOSAL,
        UNDECIDABLE
    }

    /** The member of the reply that answers a part. */
    enum By {
        FOR_EACH,
        WHERE,
        WITH,
        PARAMETERS,
        COMPLIES,
        NONE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A part of the rule and what answers it.
     *
     * @param text quoted from the rule
     * @param piece the text of the check that answers it
     */
    record Piece(String text, By by, String piece) {}

    Written {
        parts = List.copyOf(parts);
    }

    Written with(Expressions other) {
        return new Written(other, outcome, parts, reservation, basis, reason, confidence);
    }
}
