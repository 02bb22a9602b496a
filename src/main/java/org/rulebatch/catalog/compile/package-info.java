/** Compiles botocore's service models into the files the catalog reads. */
@NullMarked
package org.rulebatch.catalog.compile;

import org.jspecify.annotations.NullMarked;
