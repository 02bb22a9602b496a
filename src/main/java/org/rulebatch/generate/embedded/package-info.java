/** The generator that needs no model: understands the rule, ranks facts and fields, and says when a person must look. */
@NullMarked
package org.rulebatch.generate.embedded;

import org.jspecify.annotations.NullMarked;
