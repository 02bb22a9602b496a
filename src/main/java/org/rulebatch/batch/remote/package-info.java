/** Batches beyond one machine: what a manager hands out, and what a worker does with it. */
@NullMarked
package org.rulebatch.batch.remote;

import org.jspecify.annotations.NullMarked;
