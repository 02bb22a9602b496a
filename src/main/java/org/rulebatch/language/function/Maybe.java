package org.rulebatch.language.function;

import java.util.function.Function;

/** A value, or that it cannot be known, with the reason. */
public sealed interface Maybe<T> {

    /** The value. */
    record Value<T>(T value) implements Maybe<T> {}

    /**
     * There is no value to be had.
     *
     * @param reason why, in words that fit behind "because"
     */
    record Unknown<T>(String reason) implements Maybe<T> {}

    /** The value. */
    static <T> Maybe<T> of(T value) {
        return new Value<>(value);
    }

    /** Cannot be known; the reason says why. */
    static <T> Maybe<T> unknown(String reason) {
        return new Unknown<>(reason);
    }

    /** The answer that the value gives; unknown where there is none. */
    default Answer answer(Function<? super T, Answer> question) {
        if (this instanceof Value<T> known) {
            return question.apply(known.value());
        }
        return Answer.unknown(((Unknown<T>) this).reason());
    }
}
