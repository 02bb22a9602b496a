package org.rulebatch.language.value;

import org.jspecify.annotations.Nullable;

/**
 * Where a value stands in what an evaluation was given.
 *
 * @param parent what holds it; null for a variable
 * @param step a member or a key as text, an element's index as a number
 */
public record Place(Reading reading, @Nullable Place parent, Object step) {

    Place at(Object step) {
        return new Place(reading, this, step);
    }

    /** As it would be written, {@code item.IpPermissions[0].FromPort}. */
    String path() {
        if (parent == null) {
            return step.toString();
        }
        return parent.path() + Paths.step(step);
    }
}
