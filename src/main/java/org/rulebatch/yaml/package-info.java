/** Reads YAML that people wrote: bounded in size and depth, without aliases, and with the line of every value. */
@NullMarked
package org.rulebatch.yaml;

import org.jspecify.annotations.NullMarked;
