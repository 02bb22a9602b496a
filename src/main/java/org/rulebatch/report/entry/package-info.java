/** What a run writes as JSON, each document typed once: the same records write the files and read them. */
@NullMarked
package org.rulebatch.report.entry;

import org.jspecify.annotations.NullMarked;
