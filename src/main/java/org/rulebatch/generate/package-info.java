/** Generators: what proposes a decision about a rule. */
@NullMarked
package org.rulebatch.generate;

import org.jspecify.annotations.NullMarked;
