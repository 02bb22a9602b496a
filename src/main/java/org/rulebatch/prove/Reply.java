package org.rulebatch.prove;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a read answers in an example.
 *
 * @param params the parameters with which the read is made, as far as they matter; empty for any
 * @param answer by the API's member names; empty where nothing is there
 */
public record Reply(Map<String, Object> params, Map<String, Object> answer) {

    public Reply {
        params = Collections.unmodifiableMap(new TreeMap<>(params));
    }
}
