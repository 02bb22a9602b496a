package org.rulebatch.engine;

import java.util.Map;

/** What came of a read. */
public sealed interface ReadReply {

    /**
     * The answer, all pages of it.
     *
     * @param response by the API's member names, absent members left out: strings, {@code Boolean}, {@code Integer},
     *     {@code Long}, {@code Double}, {@code Instant}, lists and maps of these; a blob is its Base64 text
     */
    record Answer(Map<String, Object> response) implements ReadReply {}

    /** The service says that there is no such setting. */
    record NotConfigured(String code) implements ReadReply {}

    /**
     * No answer came, or not all of it.
     *
     * @param code the service's error code, or empty
     * @param message for people: what happened and what to do
     */
    record Failure(ErrorType type, String code, String message) implements ReadReply {}
}
