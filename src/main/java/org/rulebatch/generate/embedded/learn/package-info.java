/** Learns the weights of the ranker and of its decisions from labelled rules: a tool of those who build the program. */
@NullMarked
package org.rulebatch.generate.embedded.learn;

import org.jspecify.annotations.NullMarked;
