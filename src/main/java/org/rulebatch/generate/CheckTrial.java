package org.rulebatch.generate;

import java.util.List;
import java.util.Map;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Finding;

/** Tries a check that a generator has written before it is proposed. Thread-safe. */
public interface CheckTrial {

    /** What a check says about an example. */
    enum Judgement {
        COMPLIES,
        VIOLATES,
        NOT_CONCERNED
    }

    /**
     * Answers of AWS, and what the check says about them.
     *
     * @param answers read, as in {@code kms.list_keys}, to what it answers, as maps, lists, text, numbers and booleans
     */
    record Sample(Judgement verdict, Map<String, Object> answers) {}

    /**
     * What a trial came to.
     *
     * @param check the same check, with the place that tells most
     * @param invalid why it cannot be used
     * @param unproven why no examples were found, though it is valid
     * @param samples at least one that complies and one that violates, where both lists are empty
     */
    record Tried(Expressions check, List<Finding> invalid, List<Finding> unproven, List<Sample> samples) {
        public Tried {
            invalid = List.copyOf(invalid);
            unproven = List.copyOf(unproven);
            samples = List.copyOf(samples);
        }
    }

    /**
     * Tries a check.
     *
     * @param nearby checks of the same kind, on whose examples it is tried as well
     */
    Tried of(Expressions check, List<Expressions> nearby);

    /** What the examples take for granted: the time, the account and the region, in a sentence. */
    String moment();
}
