/** A page on this machine alone, on which a person decides about the rules of a run. */
@NullMarked
package org.rulebatch.review;

import org.jspecify.annotations.NullMarked;
