/** The work of a batch: rules are read, decided and written, service by service. */
@NullMarked
package org.rulebatch.batch.step;

import org.jspecify.annotations.NullMarked;
