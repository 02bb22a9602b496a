package org.rulebatch.generate.llm.http;

import java.net.http.HttpHeaders;

/** Listens to what a server says about its limits. */
@FunctionalInterface
public interface ServerLimits {

    /** Told of the headers of every reply. */
    void seen(HttpHeaders headers);
}
