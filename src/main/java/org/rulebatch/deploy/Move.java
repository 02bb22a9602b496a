package org.rulebatch.deploy;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file or folder that is to be put into place.
 *
 * @param backup where what stands in its place is kept; null where nothing does
 */
record Move(Path from, Path to, @Nullable Path backup) {}
