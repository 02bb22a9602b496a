/** Answers that a model gave earlier, naming fields but no operation: read, and held against what is known of each rule. */
@NullMarked
package org.rulebatch.generate.replies;

import org.jspecify.annotations.NullMarked;
