/** Reads policy documents of AWS and answers what they allow, to whom and under which conditions. */
@NullMarked
package org.rulebatch.language.policy;

import org.jspecify.annotations.NullMarked;
