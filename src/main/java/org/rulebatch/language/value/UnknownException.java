package org.rulebatch.language.value;

/** Ends the part of an evaluation that depends on an unknown value; the operators decide whether the rest decides. */
final class UnknownException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownException(String path) {
        super(path + " is not known", null, false, false);
    }
}
