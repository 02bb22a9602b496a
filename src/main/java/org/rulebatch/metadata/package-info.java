/** Rule metadata and service lists, read from the files people edit. */
@NullMarked
package org.rulebatch.metadata;

import org.jspecify.annotations.NullMarked;
