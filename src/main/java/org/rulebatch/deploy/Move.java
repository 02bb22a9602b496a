package org.rulebatch.deploy;

import java.nio.file.Path;

/** A file that is to be put into place. */
record Move(Path from, Path to) {}
