/** Checks files that people write or a run wrote, whatever kind of file they are, and prints what was found. */
@NullMarked
package org.rulebatch.validate.file;

import org.jspecify.annotations.NullMarked;
