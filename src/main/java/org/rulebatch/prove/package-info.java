/** Finds AWS answers that comply with a check and that violate it, and has the engine judge them. */
@NullMarked
package org.rulebatch.prove;

import org.jspecify.annotations.NullMarked;
