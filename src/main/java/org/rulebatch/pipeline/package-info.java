/** The way of a rule: proposed, validated, planned, written. */
@NullMarked
package org.rulebatch.pipeline;

import org.jspecify.annotations.NullMarked;
