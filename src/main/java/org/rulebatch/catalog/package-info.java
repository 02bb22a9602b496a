/** The facts about AWS APIs, compiled from botocore's models: services, operations, parameters and response fields. */
@NullMarked
package org.rulebatch.catalog;

import org.jspecify.annotations.NullMarked;
