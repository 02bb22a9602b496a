/** Tests rule files by executing them: results, causes of errors, and what can be corrected. */
@NullMarked
package org.rulebatch.engine.testing;

import org.jspecify.annotations.NullMarked;
