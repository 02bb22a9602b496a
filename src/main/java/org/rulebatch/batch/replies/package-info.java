/** What was asked of a model and what it answered, kept in the run's repository. */
@NullMarked
package org.rulebatch.batch.replies;

import org.jspecify.annotations.NullMarked;
