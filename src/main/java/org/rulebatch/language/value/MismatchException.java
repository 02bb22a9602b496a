package org.rulebatch.language.value;

/** An answer that is not of the type that the model declares. */
final class MismatchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MismatchException(Place place, String expected, Object value) {
        this(
                place.reading(),
                place.path() + " should be " + expected + " by the API model, but is " + Shown.of(value) + ".");
    }

    private MismatchException(Reading reading, String message) {
        super(message, null, false, false);
        reading.failed(message);
    }
}
