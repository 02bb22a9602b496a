/** What is logged, made safe to print. */
@NullMarked
package org.rulebatch.cli.log;

import org.jspecify.annotations.NullMarked;
