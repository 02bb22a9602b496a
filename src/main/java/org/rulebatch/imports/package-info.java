/** Turns what other tools say of their checks into rule metadata. */
@NullMarked
package org.rulebatch.imports;

import org.jspecify.annotations.NullMarked;
