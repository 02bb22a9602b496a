package org.rulebatch.language.policy;

/** A text that is not a policy document; the message says why. */
final class MalformedPolicyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedPolicyException(String message) {
        super(message);
    }
}
