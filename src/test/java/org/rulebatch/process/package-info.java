/** Drives the packaged jar as its users do: as a process. */
@NullMarked
package org.rulebatch.process;

import org.jspecify.annotations.NullMarked;
