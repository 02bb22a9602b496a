package org.rulebatch.language.value;

import java.util.List;

/** What evaluating an expression gives. */
public sealed interface Evaluation {

    /** The expression holds. */
    record True() implements Evaluation {}

    /** The expression does not hold. */
    record False() implements Evaluation {}

    /**
     * It cannot be said, because something is not known and the rest does not decide.
     *
     * @param missing what was met and is not known, in reading order, at least one
     */
    record Unknown(List<Missing> missing) implements Evaluation {
        public Unknown {
            missing = List.copyOf(missing);
        }
    }

    /**
     * It cannot be said, because a value is not what the expression takes it for.
     *
     * @param message for people
     */
    @SuppressWarnings("JavaLangClash") // it is never seen without its Evaluation
    record Error(String message) implements Evaluation {}

    /**
     * Something that is not known.
     *
     * @param path where it would stand, {@code item.Policy} or {@code flow_logs}
     * @param value what stands there, as the caller gave it
     */
    record Missing(String path, UnknownValue value) {

        @Override
        public String toString() {
            return path + ": " + value.reason();
        }
    }
}
