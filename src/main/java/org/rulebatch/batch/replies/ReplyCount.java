package org.rulebatch.batch.replies;

/**
 * Stored replies of one kind.
 *
 * @param verdict {@code new}, {@code answer}, {@code lookup} or {@code bad}
 * @param oldest when the first of them came, ISO 8601
 */
public record ReplyCount(
        String model, String verdict, long replies, long promptTokens, long replyTokens, String oldest) {}
