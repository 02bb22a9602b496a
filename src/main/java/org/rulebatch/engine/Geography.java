package org.rulebatch.engine;

/** Knows where services answer. */
@FunctionalInterface
public interface Geography {

    /** What {@link Verdict#region()} says of services that are the same everywhere. */
    String GLOBAL = "global";

    /**
     * The region to ask a service in.
     *
     * @param client boto3 client
     * @param region the one that is looked at; empty for any
     * @return the same, or the one region in which the service answers for all
     */
    String regionFor(String client, String region);
}
