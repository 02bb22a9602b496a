/** The knowledge base and what it lacks, as text for a terminal. */
@NullMarked
package org.rulebatch.describe;

import org.jspecify.annotations.NullMarked;
