package org.rulebatch.requirement;

/** What decides a rule. */
public sealed interface Requirement permits Conditions, Expressions {

    /**
     * A place in the answer of a read.
     *
     * @param path from the root of the answer, {@code Volumes[].Encrypted}
     */
    record Place(Call call, String path) {}

    /** The place that tells most of what is looked at. */
    Place place();

    /** Whether there is one verdict for an account or a region, not one for each resource. */
    boolean isOfAPlace();
}
