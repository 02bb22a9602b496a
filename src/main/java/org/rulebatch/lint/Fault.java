package org.rulebatch.lint;

import org.rulebatch.lint.Faults.Place;

/**
 * A template or variable of a rule file that can never have a value, whatever the account holds.
 *
 * @param id {@link #UNRESOLVED}, {@link #UNKNOWN_FIELD} or {@link #EXPRESSION}
 * @param wrong the name that there is not
 * @param meant the name that was most likely meant; empty if none is near
 */
public record Fault(Place place, String id, String message, String wrong, String meant) {

    /** It names what the file does not emit. */
    public static final String UNRESOLVED = "template.unresolved";

    /** An expression does not hold against the language. */
    public static final String EXPRESSION = "expression.invalid";

    /** It names a member that the API's answer does not have. */
    public static final String UNKNOWN_FIELD = "field.unknown";
}
