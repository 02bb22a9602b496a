/** Questions sent in bulk, by OpenAI's Batch API, and their answers fetched later. */
@NullMarked
package org.rulebatch.generate.llm.bulk;

import org.jspecify.annotations.NullMarked;
