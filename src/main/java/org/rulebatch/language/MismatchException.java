package org.rulebatch.language;

/** An answer that is not of the type that the model declares. */
final class MismatchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MismatchException(Place place, String expected, Object value) {
        super(place.path() + " should be " + expected + " by the API model, but is " + Shown.of(value), null, false, false);
        place.reading().failed(getMessage());
    }
}
