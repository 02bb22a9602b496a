/** The model's server over HTTP: one bounded call, its errors and its limits. */
@NullMarked
package org.rulebatch.generate.llm.http;

import org.jspecify.annotations.NullMarked;
