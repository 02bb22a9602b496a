/** How fast a model is asked, and when asking ends: rate limits, failures, budget. */
@NullMarked
package org.rulebatch.generate.llm.pace;

import org.jspecify.annotations.NullMarked;
