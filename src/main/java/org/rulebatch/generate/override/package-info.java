/** What people decided about rules, in files of their own; honoured before any generator. */
@NullMarked
package org.rulebatch.generate.override;

import org.jspecify.annotations.NullMarked;
