/** Functions of the check language on plain values: versions, address ranges, JSON, Base64, ages and secrets. */
@NullMarked
package org.rulebatch.language.function;

import org.jspecify.annotations.NullMarked;
