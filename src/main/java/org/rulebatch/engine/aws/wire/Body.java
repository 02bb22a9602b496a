package org.rulebatch.engine.aws.wire;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The body of an answer whose status says that all is well.
 *
 * @param status 200 to 299
 * @param contentType as the answer says it; empty if it says none
 * @param errorType what the answer's header {@code x-amzn-ErrorType} says; empty if there is none
 * @param bytes decompressed
 */
record Body(int status, String contentType, String errorType, byte[] bytes) {

    private static final int PARTIAL = 206;
    private static final int MOST_SHOWN = 200;

    /** Whether nothing but white space came. */
    boolean isEmpty() {
        return text().isBlank();
    }

    /** @throws UnreadAnswerException if there is no body, only a part of one, or an error is named beside it */
    void requireWhole(String expected) {
        if (!errorType.isEmpty()) {
            throw error(errorType.replaceFirst(":.*", ""), ""); // an address may follow the code
        }
        if (status == PARTIAL) {
            throw unread("a part of an answer", expected);
        }
        if (isEmpty()) {
            throw unread("no body", expected);
        }
    }

    /** What the body is, where it is not what was expected. */
    String kind() {
        String start = start();
        if (start.startsWith("<!doctype html") || start.startsWith("<html") || isHtml()) {
            return "an HTML page";
        }
        return switch (start.isEmpty() ? ' ' : start.charAt(0)) {
            case ' ' -> "no body";
            case '<' -> "XML";
            case '{', '[', '"' -> "JSON";
            default -> "another text";
        };
    }

    boolean isHtml() {
        return contentType.toLowerCase(Locale.ROOT).contains("html");
    }

    UnreadAnswerException unread(String what, String expected) {
        return new UnreadAnswerException("the service answered status " + status + " with " + what + " instead of "
                + expected + "; a proxy or another server may have answered");
    }

    UnreadAnswerException error(String code, String message) {
        String why = message.isEmpty() ? code : code + ": " + shortened(message);
        return new UnreadAnswerException(
                "the service answered status " + status + " with an error in it: " + why, code);
    }

    private String start() {
        String text = text().stripLeading();
        return text.substring(0, Math.min(text.length(), 20)).toLowerCase(Locale.ROOT);
    }

    private String text() {
        return new String(bytes, 0, Math.min(bytes.length, 1 << 12), StandardCharsets.UTF_8);
    }

    private static String shortened(String message) {
        return message.length() <= MOST_SHOWN ? message : message.substring(0, MOST_SHOWN) + "…";
    }
}
