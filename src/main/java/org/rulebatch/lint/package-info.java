/**
 * Says what is wrong with the files that people give: rule files, rule metadata, decisions, knowledge and job files. The
 * command {@code validate}, the run and {@code scan} ask here, so that they agree.
 */
@NullMarked
package org.rulebatch.lint;

import org.jspecify.annotations.NullMarked;
