package org.rulebatch.requirement;

import java.util.Locale;

/** Why a rule needs a person; the name as it stands in files is stable. */
public enum Cause {
    /** No AWS API belongs to the rule's service. */
    NO_SERVICE,
    /** No read API says what the rule asks for. */
    NO_READ_API,
    /** Nothing in the API fits the words of the rule. */
    NOTHING_FITS,
    /** A part of what the rule asks for is in no check that could be made. */
    NOT_COVERED,
    /** Several candidates fit, or none fits well enough. */
    AMBIGUOUS,
    /** The rule needs a value that only the organisation knows. */
    NEEDS_PARAMETER,
    /** The proposed check does not hold against AWS's models. */
    INVALID_CHECK,
    /** No answer of AWS could be found that complies with the proposed check, or none that violates it. */
    CANNOT_PROVE,
    /** The proposed check says something else than an example that a person has given. */
    CONTRADICTS_EXAMPLE,
    /** The model does not trust its own answer, or says that no read decides the rule. */
    MODEL_UNSURE,
    /** The model gave no reply that can be used. */
    MODEL_FAILED,
    /** A person has decided that a person must look. */
    PERSON,
    /** A person's decision cannot be used as it is written. */
    DECISION_UNUSABLE;

    /** The name as it stands in files: {@code no_read_api}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
