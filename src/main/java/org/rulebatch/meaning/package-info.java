/** How close words are in meaning, by vectors that were computed once and come with the program. */
@NullMarked
package org.rulebatch.meaning;

import org.jspecify.annotations.NullMarked;
