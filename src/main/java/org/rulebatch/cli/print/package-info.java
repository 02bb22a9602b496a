/** What a command prints about a run, and the codes that it ends with. */
@NullMarked
package org.rulebatch.cli.print;

import org.jspecify.annotations.NullMarked;
