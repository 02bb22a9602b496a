/** Measures generators against rules that people labelled. */
@NullMarked
package org.rulebatch.evaluate;

import org.jspecify.annotations.NullMarked;
