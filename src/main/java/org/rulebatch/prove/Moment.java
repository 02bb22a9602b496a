package org.rulebatch.prove;

import java.time.Instant;

/** Where and when examples play. */
final class Moment {

    /** The account of AWS's own documentation. */
    static final String ACCOUNT = "111122223333";

    static final String REGION = "us-east-1";

    /** Ages in examples count to this time, so that an example says the same every day. */
    static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");

    private Moment() {}
}
