package org.rulebatch.engine;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One read to be made; two that are equal give the same answer within a run.
 *
 * @param client boto3 client, {@code ec2}
 * @param action boto3 method, {@code describe_volumes}
 * @param region where it is asked, {@code eu-west-1}
 * @param params plain values by member name
 */
public record ReadCall(String client, String action, String region, Map<String, Object> params) {

    public ReadCall {
        params = Collections.unmodifiableMap(new TreeMap<>(params));
    }

    @Override
    public String toString() {
        return client + "." + action + (params.isEmpty() ? "" : params.toString()) + " in " + region;
    }
}
