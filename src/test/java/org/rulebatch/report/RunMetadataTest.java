package org.rulebatch.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.files.Json;
import org.rulebatch.report.entry.SummaryEntry;
import org.rulebatch.store.OutputFolder;
import tools.jackson.databind.JsonNode;

final class RunMetadataTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05.678901Z"), ZoneOffset.ofHours(1));

    @TempDir
    private Path folder;

    @Test
    void theFileHasTheKeysOfTheContractInTheirOrder() throws IOException {
        // given
        RunMetadata metadata = metadata(new TreeSet<>());

        // when
        metadata.launched(7, 8);
        metadata.batchStarted(1);
        metadata.batchCompleted(1);
        metadata.ended(
                RunStatus.COMPLETE, new SummaryEntry(1, 1, 1, "100.0%", 0, "100.0%", 0, 0, 0, 1, 0, true, List.of()));

        // then
        assertThat(read().propertyNames())
                .containsExactly(
                        "run_id",
                        "status",
                        "current_batch",
                        "output_dir",
                        "completed_batches",
                        "failed_batches",
                        "progress",
                        "total_batches",
                        "total_services",
                        "total_rules",
                        "start_time",
                        "last_updated",
                        "end_time",
                        "job_instance_id",
                        "job_execution_id",
                        "summary");
        assertThat(read().path("output_dir").asString()).endsWith("batch_001");
        assertThat(read().path("last_updated").asString()).isEqualTo("2026-01-02T04:04:05.678+01:00");
        assertThat(read().path("progress").asString()).isEqualTo("1/3");
    }

    @Test
    void aRestartCountsWhatWasCompletedBeforeIt() throws IOException {
        // given
        RunMetadata metadata = metadata(new TreeSet<>(List.of(1, 2)));

        // when
        metadata.launched(7, 9);

        // then
        assertThat(read().path("status").asString()).isEqualTo("initializing");
        assertThat(read().path("completed_batches").asInt()).isEqualTo(2);
        assertThat(read().has("end_time")).isFalse();
        assertThat(read().has("summary")).isFalse();

        // when: one of them runs again, and fails
        metadata.batchStarted(2);
        metadata.batchFailed(2);

        // then
        assertThat(read().path("completed_batches").asInt()).isEqualTo(1);
        assertThat(read().path("failed_batches").asInt()).isEqualTo(1);
    }

    @Test
    void noBatchIsLostWhenManyThreadsReport() throws IOException {
        RunMetadata metadata = metadata(new TreeSet<>());
        IntStream.rangeClosed(1, 200).parallel().forEach(number -> {
            metadata.batchStarted(number);
            metadata.batchCompleted(number);
        });
        assertThat(read().path("completed_batches").asInt()).isEqualTo(200);
    }

    @Test
    void aHeartbeatDoesNotReviveARunThatHasEnded() throws IOException {
        // given
        RunMetadata metadata = metadata(new TreeSet<>());
        metadata.ended(RunStatus.STOPPED, null);
        Files.delete(folder.resolve("run_metadata.json"));

        // when
        metadata.touch();

        // then
        assertThat(folder.resolve("run_metadata.json")).doesNotExist();
    }

    private RunMetadata metadata(TreeSet<Integer> completed) {
        RunMetadata.Facts facts =
                new RunMetadata.Facts("20260102_030405", OffsetDateTime.parse("2026-01-02T03:04:05+01:00"), 3, 12, 120);
        return new RunMetadata(new OutputFolder(folder), facts, completed, CLOCK, Optional::empty);
    }

    private JsonNode read() throws IOException {
        return Json.COMPACT.readTree(Files.readAllBytes(folder.resolve("run_metadata.json")));
    }
}
