package org.rulebatch.requirement;

import org.jspecify.annotations.Nullable;

/**
 * A read, and which part of its answer is one item.
 *
 * @param items path of the list whose elements are the items, {@code Volumes[]}; empty where the whole answer is one item, null
 *     where it is left to the planner
 */
public record Read(Call call, @Nullable String items) {}
