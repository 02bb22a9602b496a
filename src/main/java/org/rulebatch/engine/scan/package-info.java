/** Shows the verdicts of a run to people and to other tools. */
@NullMarked
package org.rulebatch.engine.scan;

import org.jspecify.annotations.NullMarked;
