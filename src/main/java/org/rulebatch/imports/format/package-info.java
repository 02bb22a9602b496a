/** Formats in which other tools and people write down what must hold, read one file at a time. */
@NullMarked
package org.rulebatch.imports.format;

import org.jspecify.annotations.NullMarked;
