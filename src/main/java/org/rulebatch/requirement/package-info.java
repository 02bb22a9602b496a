/** The typed decision about one rule: what to read, and what a compliant resource shows. */
@NullMarked
package org.rulebatch.requirement;

import org.jspecify.annotations.NullMarked;
