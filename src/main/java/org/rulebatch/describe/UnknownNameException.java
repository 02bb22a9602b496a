package org.rulebatch.describe;

import java.util.Collection;
import org.rulebatch.catalog.Nearest;

/** A name that nothing has; the message suggests the nearest one. */
public final class UnknownNameException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownNameException(String kind, String name, Collection<String> known) {
        super("Unknown " + kind + " '" + name + "'" + Nearest.suggestion(name, known, "."));
    }
}
