package org.rulebatch.engine.aws.wire;

import java.net.URI;

/** Where a call goes, and for whom it is signed. */
public record EndpointTarget(URI url, String signingName, String signingRegion) {}
