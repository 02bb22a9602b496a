/** What the fields of AWS's read APIs mean for security: services, control families, resources, facts. */
@NullMarked
package org.rulebatch.knowledge;

import org.jspecify.annotations.NullMarked;
