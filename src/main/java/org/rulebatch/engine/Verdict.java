package org.rulebatch.engine;

import org.rulebatch.ruleyaml.Check;

/**
 * What a check says about one resource, or that there was none.
 *
 * @param service of the rule file
 * @param region where the resource is; {@code global} for services that have none
 * @param resource what it is called: its ARN where that is known, else its id or name; empty where there was none
 * @param reason why there is no PASS or FAIL; else empty
 */
public record Verdict(String service, Check check, Status status, String region, String resource, String reason) {

    /** How a check ends for a resource. */
    public enum Status {
        PASS,
        FAIL,
        /** There is no resource, or nothing about it to judge. */
        NOT_APPLICABLE,
        /** A call or a comparison failed, so nothing is known. */
        UNKNOWN
    }
}
