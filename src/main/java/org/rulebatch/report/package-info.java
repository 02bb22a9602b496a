/** What a run writes for people and scripts: run metadata, batch folders, summary, HTML. */
@NullMarked
package org.rulebatch.report;

import org.jspecify.annotations.NullMarked;
