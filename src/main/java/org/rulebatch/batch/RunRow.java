package org.rulebatch.batch;

import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;

/**
 * What the repository knows of one job instance; times are of this machine's zone.
 *
 * @param executionId of its last attempt
 * @param status of its last attempt
 * @param created when its first attempt was made
 * @param updated when its last attempt last changed
 * @param parameters by name
 */
record RunRow(
        long instanceId,
        long executionId,
        BatchStatus status,
        LocalDateTime created,
        @Nullable LocalDateTime updated,
        Map<String, String> parameters) {

    RunRow {
        parameters = Map.copyOf(parameters);
    }

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    String runId() {
        return parameter(Parameters.RUN_ID);
    }

    boolean isFinished() {
        return status == BatchStatus.COMPLETED || status == BatchStatus.ABANDONED;
    }
}
