package org.rulebatch.language.function;

/**
 * The answer to a yes-or-no question: yes, no, or that it cannot be known.
 *
 * @param reason why it cannot be known, in words that fit behind "because"; empty for yes and no
 */
public record Answer(Kind kind, String reason) {

    /** It is so. */
    public static final Answer YES = new Answer(Kind.YES, "");

    /** It is not so. */
    public static final Answer NO = new Answer(Kind.NO, "");

    /** Which of the three it is. */
    public enum Kind {
        /** It is so. */
        YES,
        /** It is not so. */
        NO,
        /** What was read does not decide it. */
        UNKNOWN
    }

    /** Yes where it holds, otherwise no. */
    public static Answer of(boolean holds) {
        return holds ? YES : NO;
    }

    /** Cannot be known; the reason says why. */
    public static Answer unknown(String reason) {
        return new Answer(Kind.UNKNOWN, reason);
    }

    /** Whether it is so. */
    public boolean isYes() {
        return kind == Kind.YES;
    }

    /** Whether it is not so. */
    public boolean isNo() {
        return kind == Kind.NO;
    }

    /** Whether it cannot be known. */
    public boolean isUnknown() {
        return kind == Kind.UNKNOWN;
    }

    /** No where one of both is no, otherwise unknown where one is unknown, otherwise yes. */
    public Answer and(Answer other) {
        return isNo() || (isUnknown() && !other.isNo()) ? this : other;
    }

    /** Yes where one of both is yes, otherwise unknown where one is unknown, otherwise no. */
    public Answer or(Answer other) {
        return isYes() || (isUnknown() && !other.isYes()) ? this : other;
    }

    /** Yes for no, no for yes; unknown stays unknown. */
    public Answer not() {
        return isUnknown() ? this : of(isNo());
    }
}
