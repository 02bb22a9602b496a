/** Tests that drive the packaged jar as people and their schedulers do: as processes that can be killed. */
@NullMarked
package org.rulebatch.process;

import org.jspecify.annotations.NullMarked;
