/** The language of checks: CEL, typed against AWS's models, with absence and the unknown as values of their own. */
@NullMarked
package org.rulebatch.language;

import org.jspecify.annotations.NullMarked;
