package org.rulebatch.engine.aws;

import java.net.URI;

/** Where a call goes, and for whom it is signed. */
record EndpointTarget(URI url, String signingName, String signingRegion) {}
