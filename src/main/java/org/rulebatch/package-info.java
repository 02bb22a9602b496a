/** The program's entry point. */
@NullMarked
package org.rulebatch;

import org.jspecify.annotations.NullMarked;
