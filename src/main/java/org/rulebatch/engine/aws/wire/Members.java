package org.rulebatch.engine.aws.wire;

import java.util.Map;

/** What holds the members of a structure for the SDK's marshallers. */
interface Members {
    Map<String, Object> members();
}
