/** A call on the wire: each service's protocol from its model, requests and answers as the SDK's own core carries them. */
@NullMarked
package org.rulebatch.engine.aws.wire;

import org.jspecify.annotations.NullMarked;
