/** One AWS client for every service: catalog facts on the SDK's own protocol, signing, retry and endpoint libraries. */
@NullMarked
package org.rulebatch.engine.aws;

import org.jspecify.annotations.NullMarked;
