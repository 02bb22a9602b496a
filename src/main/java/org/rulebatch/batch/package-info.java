/** Spring Batch wiring: the job that generates rules, its steps, its repository, and how it is launched. */
@NullMarked
package org.rulebatch.batch;

import org.jspecify.annotations.NullMarked;
