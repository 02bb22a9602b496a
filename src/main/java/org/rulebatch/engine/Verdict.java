package org.rulebatch.engine;

import org.rulebatch.ruleyaml.Check;

/**
 * What a check says about one resource, or that there was none.
 *
 * @param service of the rule file
 * @param region where the resource is; {@code global} for services that have none
 * @param resource what it is called: its ARN where that is known, else its id or name; empty where there was none
 * @param reason for people: what a FAIL found, why there is neither PASS nor FAIL; empty for a PASS
 * @param evidence the same of a FAIL as data
 */
public record Verdict(
        String service, Check check, Status status, String region, String resource, String reason, Evidence evidence) {

    /** How a check ends for a resource. */
    public enum Status {
        PASS,
        FAIL,
        /** There is no resource, or nothing about it to judge. */
        NOT_APPLICABLE,
        /** A call or a comparison failed, so nothing is known. */
        UNKNOWN
    }

    /** A verdict about no resource at all. */
    static Verdict without(String service, Check check, Status status, String reason) {
        return new Verdict(service, check, status, "", "", reason, Evidence.NONE);
    }
}
