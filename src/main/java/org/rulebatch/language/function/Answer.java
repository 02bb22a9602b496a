package org.rulebatch.language.function;

/** The answer to a yes-or-no question: yes, no, or that it cannot be known, with the reason. */
public sealed interface Answer {

    /** A definite answer. */
    enum Known implements Answer {
        /** It is so. */
        YES,
        /** It is not so. */
        NO
    }

    /**
     * What was read does not decide the question.
     *
     * @param reason why, in words that fit behind "because"
     */
    record Unknown(String reason) implements Answer {}

    /** It is so. */
    Answer YES = Known.YES;

    /** It is not so. */
    Answer NO = Known.NO;

    /** Yes where it holds, otherwise no. */
    static Answer of(boolean holds) {
        return holds ? YES : NO;
    }

    /** Cannot be known; the reason says why. */
    static Answer unknown(String reason) {
        return new Unknown(reason);
    }

    /** No where one of both is no, otherwise unknown where one is unknown, otherwise yes. */
    default Answer and(Answer other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == YES ? other : this;
    }

    /** Yes where one of both is yes, otherwise unknown where one is unknown, otherwise no. */
    default Answer or(Answer other) {
        if (this == YES || other == YES) {
            return YES;
        }
        return this == NO ? other : this;
    }

    /** Yes for no, no for yes; unknown stays unknown. */
    default Answer not() {
        return this instanceof Known known ? of(known == Known.NO) : this;
    }
}
