/** Checks of the parts of a condition against the catalog, shared by requirements and the knowledge base. */
@NullMarked
package org.rulebatch.check;

import org.jspecify.annotations.NullMarked;
