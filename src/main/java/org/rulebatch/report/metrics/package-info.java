/** A run's numbers for monitoring: a file that Prometheus collects, or a push gateway. */
@NullMarked
package org.rulebatch.report.metrics;

import org.jspecify.annotations.NullMarked;
