/** Writing files so that a reader never sees half of one. */
@NullMarked
package org.rulebatch.files;

import org.jspecify.annotations.NullMarked;
