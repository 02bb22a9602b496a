/** Executes rule files: makes the calls, emits the items and judges them. */
@NullMarked
package org.rulebatch.engine;

import org.jspecify.annotations.NullMarked;
