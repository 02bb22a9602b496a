/** Answers which ports security groups and network ACLs open, and to whom. */
@NullMarked
package org.rulebatch.language.network;

import org.jspecify.annotations.NullMarked;
