/** What runs and batches look like from outside, and the request to stop one. */
@NullMarked
package org.rulebatch.batch.status;

import org.jspecify.annotations.NullMarked;
