/** Tokens and money: what a call costs and what a run has used. */
@NullMarked
package org.rulebatch.generate.llm.cost;

import org.jspecify.annotations.NullMarked;
