/** Brings the rule files of a run to where a scanner reads them, and puts finished runs away. */
@NullMarked
package org.rulebatch.deploy;

import org.jspecify.annotations.NullMarked;
