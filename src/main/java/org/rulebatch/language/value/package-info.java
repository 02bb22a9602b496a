/** AWS's answers as CEL sees them: typed by the models, with absence and the unknown as values, and a record of what was read. */
@NullMarked
package org.rulebatch.language.value;

import org.jspecify.annotations.NullMarked;
