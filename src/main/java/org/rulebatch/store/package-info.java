/** What a run keeps of itself in the hidden folder of its output: frozen rules, manifest, places of records. */
@NullMarked
package org.rulebatch.store;

import org.jspecify.annotations.NullMarked;
