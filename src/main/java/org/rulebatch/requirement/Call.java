package org.rulebatch.requirement;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A read of one AWS API operation; its maps iterate in the order of their keys.
 *
 * @param client boto3 client, {@code ec2}
 * @param operation boto3 method, {@code describe_volumes}
 * @param params literal parameters; of one that is bound too, the literal is its structure, with <code>{{ }}</code> where
 *     the supplied value goes
 * @param bind parameters that another read supplies, where the API models do not say which
 */
public record Call(String client, String operation, Map<String, Object> params, Map<String, Binding> bind) {

    public Call {
        params = Collections.unmodifiableMap(new TreeMap<>(params));
        bind = Collections.unmodifiableMap(new TreeMap<>(bind));
    }

    /** A call without literal parameters. */
    public static Call of(String client, String operation) {
        return new Call(client, operation, Map.of(), Map.of());
    }

    @Override
    public String toString() {
        return client + "." + operation;
    }
}
