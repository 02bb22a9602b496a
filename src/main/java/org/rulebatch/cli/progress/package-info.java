/** How a run goes on, for people: live on a terminal, as lines elsewhere. */
@NullMarked
package org.rulebatch.cli.progress;

import org.jspecify.annotations.NullMarked;
