package org.rulebatch.reading;

/** What a value that a text states is. */
public enum ValueKind {
    /** A port, or a range as {@code 1024-65535}. */
    PORT,
    PROTOCOL,
    CIDR,
    IP,
    REGION,
    INSTANCE_TYPE,
    /** The key of a tag. */
    TAG,
    /** Twelve digits. */
    ACCOUNT,
    ARN,
    /** An IAM action or condition key: {@code kms:*}. */
    ACTION,
    /** The name of a TLS policy. */
    POLICY,
    VERSION,
    /** A word in capitals: {@code REJECT}. */
    CODE,
    /** What stood in quotation marks, without them. */
    TEXT
}
