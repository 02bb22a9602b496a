package org.rulebatch.language.value;

import java.util.regex.Pattern;

/** Writes the steps of a path as the language does. */
public final class Paths {

    /** The step from a list, or a map that is gone through, to each of its elements. */
    public static final String EACH = "[]";

    /** The step from a text to the document that {@code json()} reads out of it. */
    public static final String DOCUMENT = "#json";

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private Paths() {}

    /** @param step a member or key as text, an index as a number */
    public static String step(Object step) {
        if (step instanceof String name) {
            return NAME.matcher(name).matches() ? "." + name : "[\"" + name + "\"]";
        }
        return "[" + step + "]";
    }
}
