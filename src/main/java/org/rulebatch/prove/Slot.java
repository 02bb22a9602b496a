package org.rulebatch.prove;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place whose value can be chosen.
 *
 * @param at the place, with the index of each element, {@code item.IpPermissions[0].FromPort}
 * @param choices what can stand there, the most telling first; null for nothing
 * @param first the choice to begin with
 * @param owner the slot of the list or structure that it stands in; -1 for none
 * @param element which element of that list; -1 for a structure
 * @param namesMany whether an expression names several values for it, each of which should be shown
 */
record Slot(String at, List<@Nullable Object> choices, int first, int owner, int element, boolean namesMany) {

    Slot {
        choices = Collections.unmodifiableList(new ArrayList<>(choices));
    }
}
