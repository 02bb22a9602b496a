package org.rulebatch.reading;

/** The text of a rule that something stands in. */
public enum Source {
    /** The rule id, as it is written: {@code aws.s3.bucket.versioning_enabled}. */
    ID,
    TITLE,
    DESCRIPTION
}
