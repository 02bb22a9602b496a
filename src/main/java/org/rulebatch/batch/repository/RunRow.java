package org.rulebatch.batch.repository;

import java.time.LocalDateTime;
import java.util.List;
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
public record RunRow(
        long instanceId,
        long executionId,
        BatchStatus status,
        LocalDateTime created,
        @Nullable LocalDateTime updated,
        Map<String, String> parameters) {

    public RunRow {
        parameters = Map.copyOf(parameters);
    }

    public String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    public String runId() {
        return parameter(Parameters.RUN_ID);
    }

    /** The parts generated again; empty where the instance is about a whole run. */
    public Part part() {
        return Part.parse(parameter(Parameters.BATCHES), parameter(Parameters.SERVICES));
    }

    public boolean isFinished() {
        return status == BatchStatus.COMPLETED || status == BatchStatus.ABANDONED;
    }

    /** Whether a later instance works on the same run. */
    public boolean isReplaced(List<RunRow> all) {
        return all.stream()
                .anyMatch(row -> row.instanceId() > instanceId && row.runId().equals(runId()));
    }
}
