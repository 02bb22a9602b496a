package org.rulebatch.engine;

import org.rulebatch.engine.Faults.Place;

/**
 * A template or variable of a rule file that can never have a value, whatever the account holds.
 *
 * @param type {@code UNRESOLVED_TEMPLATE} where it names what the file does not emit, {@code FIELD_ACCESS} where it names a
 *     member that the API's answer does not have
 * @param wrong the name that there is not
 * @param meant the name that was most likely meant; empty if none is near
 */
public record Fault(Place place, ErrorType type, String message, String wrong, String meant) {}
