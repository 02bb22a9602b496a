/** What a rule says: the parts of what it asks, each with its place in the text, and every content word in one of them. */
@NullMarked
package org.rulebatch.reading;

import org.jspecify.annotations.NullMarked;
