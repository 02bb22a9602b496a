/** Tests against an AWS emulator; {@code scripts/test-with-emulator} runs them. */
@NullMarked
package org.rulebatch.engine.emulator;

import org.jspecify.annotations.NullMarked;
