package org.rulebatch.language.value;

/** A view of a value that an evaluation was given. */
interface Raw {

    /** The value itself. */
    Object raw();

    Place place();
}
