package org.rulebatch.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.rulebatch.batch.repository.RepositorySettings;
import org.rulebatch.batch.status.RunInspector;
import org.rulebatch.batch.status.RunView;
import org.rulebatch.files.Json;
import org.rulebatch.store.OutputFolder;
import tools.jackson.databind.JsonNode;

/** What an output folder says while no process works on it. */
final class OutputState {

    private final OutputFolder output;

    OutputState(Path out) {
        this.output = new OutputFolder(out);
    }

    List<RunView> runs() {
        return new RunInspector(output, RepositorySettings.h2In(output)).runs();
    }

    JsonNode metadata() throws IOException {
        return Json.COMPACT.readTree(Files.readAllBytes(output.runMetadata()));
    }

    boolean hasMetadata() {
        return Files.exists(output.runMetadata());
    }

    /** Batches whose results are there. */
    long published() throws IOException {
        return output.batches().stream()
                .filter(batch -> Files.exists(batch.resolve("requirements_validated.json")))
                .count();
    }

    /** Asserts that no killed writer's file, and no folder of a run that never began, is left. */
    void assertTidy() throws IOException {
        try (Stream<Path> files = Files.walk(output.path())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.endsWith(".tmp") || name.endsWith(".new") || name.endsWith(".lock.db"));
        }
        try (Stream<Path> runs = Files.list(output.runs())) {
            assertThat(runs).hasSameSizeAs(runs());
        }
    }

    /**
     * Asserts that the list of runs and the run's own file agree with what is there: what the file says is complete is committed,
     * and what is committed is published.
     *
     * @param states that the one run may be in
     * @param statuses that its file may say
     */
    void assertTrue(List<String> states, List<String> statuses) throws IOException {
        List<RunView> runs = runs();
        if (runs.isEmpty()) {
            assertThat(published()).isZero();
            return;
        }
        assertThat(runs).hasSize(1);
        RunView run = runs.get(0);
        assertThat(run.state()).isIn(states);
        assertThat(run.owner()).isNull();
        int committed = Integer.parseInt(run.progress().replaceFirst("/.*", ""));
        assertThat(committed).isLessThanOrEqualTo((int) published());
        if (hasMetadata()) {
            JsonNode metadata = metadata();
            assertThat(metadata.path("run_id").asString()).isEqualTo(run.runId());
            assertThat(metadata.path("status").asString()).isIn(statuses);
            assertThat(metadata.path("completed_batches").asLong()).isBetween(committed - 5L, (long) committed);
            assertThat(metadata.path("total_rules").asInt()).isEqualTo(run.rules());
        }
    }
}
