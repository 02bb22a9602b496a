/** The generator that asks a language model: prompt, reply, pace, and what was answered before. */
@NullMarked
package org.rulebatch.generate.llm;

import org.jspecify.annotations.NullMarked;
