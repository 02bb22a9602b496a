/** The options of commands, each typed and described once, and what is made of them. */
@NullMarked
package org.rulebatch.cli.options;

import org.jspecify.annotations.NullMarked;
