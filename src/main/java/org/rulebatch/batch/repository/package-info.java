/** The run's repository: its tables, who owns a run, and how a run is found again. */
@NullMarked
package org.rulebatch.batch.repository;

import org.jspecify.annotations.NullMarked;
