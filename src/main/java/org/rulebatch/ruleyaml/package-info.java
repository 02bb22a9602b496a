/** The rule YAML: its document model, the planner that chains discoveries, the writer, the reader and the schema. */
@NullMarked
package org.rulebatch.ruleyaml;

import org.jspecify.annotations.NullMarked;
