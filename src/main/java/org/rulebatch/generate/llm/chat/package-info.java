/** A conversation with a model about one rule: prompt, reply, and what is looked up in between. */
@NullMarked
package org.rulebatch.generate.llm.chat;

import org.jspecify.annotations.NullMarked;
