package org.rulebatch.generate.llm.bulk;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A batch as its server tells of it.
 *
 * @param outputFileId empty where there is none
 * @param errorFileId empty where there is none
 * @param done requests that have been answered, with errors or without
 * @param problem why it failed as a whole; else empty
 */
record ServerBatch(
        String id,
        String inputFileId,
        String status,
        String outputFileId,
        String errorFileId,
        int total,
        int done,
        String problem) {

    private static final Set<String> ENDS = Set.of("completed", "failed", "expired", "cancelled");

    static ServerBatch of(JsonNode json) {
        JsonNode counts = json.path("request_counts");
        JsonNode error = json.at("/errors/data/0");
        return new ServerBatch(
                json.path("id").asString(""),
                text(json, "input_file_id"),
                text(json, "status"),
                text(json, "output_file_id"),
                text(json, "error_file_id"),
                counts.path("total").asInt(0),
                counts.path("completed").asInt(0) + counts.path("failed").asInt(0),
                (text(error, "code") + ": " + text(error, "message")).replaceFirst("^: $", ""));
    }

    private static String text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        return value.isString() ? value.asString() : "";
    }

    boolean isOver() {
        return ENDS.contains(status);
    }

    /** Whether none of its requests has been tried, because there is something wrong with the whole. */
    boolean hasFailed() {
        return status.equals("failed");
    }

    /** Whether what it did not answer was given its time. */
    boolean hasTriedAll() {
        return status.equals("completed") || status.equals("expired");
    }

    /** The files with what came back. */
    List<String> resultFiles() {
        return Stream.of(outputFileId, errorFileId).filter(id -> !id.isEmpty()).toList();
    }

    /** {@code batch_abc is in_progress, 120 of 1921 answered}. */
    String text() {
        return id + " is " + status + (total == 0 ? "" : ", " + done + " of " + total + " answered");
    }
}
