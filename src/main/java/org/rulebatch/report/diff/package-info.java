/** What differs between two runs. */
@NullMarked
package org.rulebatch.report.diff;

import org.jspecify.annotations.NullMarked;
