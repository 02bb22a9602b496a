package org.rulebatch.engine;

import java.util.Locale;

/** Why a read or a check gave no verdict. */
public enum ErrorType {
    ACCESS_DENIED,
    THROTTLED,
    /** The service, or this region of it, does not know the operation. */
    NOT_SUPPORTED,
    MISSING_PARAMETER,
    INVALID_PARAMETER,
    /** A template names what is not there. */
    UNRESOLVED_TEMPLATE,
    /** A value cannot be compared as the check asks for. */
    FIELD_ACCESS,
    /** The service cannot be reached. */
    ENDPOINT,
    TIMEOUT,
    /** What came is not the operation's answer, or not all of it. */
    UNREAD_ANSWER,
    UNKNOWN;

    /** The name as it stands in files: {@code access_denied}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
