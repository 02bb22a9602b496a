package org.rulebatch.engine;

import java.util.Optional;
import org.rulebatch.language.value.UnknownValue;

/**
 * A value that is not known. It stands where the value would, so that only what depends on it stays undecided.
 *
 * @param discovery the discovery whose call should have given it; empty where it is there and cannot be compared
 * @param operation {@code s3.get_bucket_versioning}
 * @param type why, or empty where there was nothing to ask about: the parent item lacks the parameter's value
 * @param reason for people
 */
record Open(String discovery, String operation, Optional<ErrorType> type, String reason) implements UnknownValue {

    boolean isError() {
        return type.isPresent();
    }
}
