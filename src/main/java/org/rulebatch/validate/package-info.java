/** Checks a requirement against the catalog: one small class a check, findings as values, corrections recorded. */
@NullMarked
package org.rulebatch.validate;

import org.jspecify.annotations.NullMarked;
