/** {@code report.html}: what a run yielded, on one page. Made of the files that the run wrote, so it can be made again. */
@NullMarked
package org.rulebatch.report.page;

import org.jspecify.annotations.NullMarked;
