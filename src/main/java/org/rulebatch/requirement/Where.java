package org.rulebatch.requirement;

import org.jspecify.annotations.Nullable;

/**
 * Which elements of a list a quantified condition looks at.
 *
 * @param path from the root of the response, through the same list as the condition's path
 * @param value null where the operator takes none
 */
public record Where(String path, Operator operator, @Nullable Object value) {}
