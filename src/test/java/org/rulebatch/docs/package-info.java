/** What README and docs show, for the tests that hold it against the program. */
@NullMarked
package org.rulebatch.docs;

import org.jspecify.annotations.NullMarked;
