package org.rulebatch.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.store.BatchPlan;
import org.rulebatch.store.Manifest;
import org.rulebatch.store.OutputFolder;
import org.rulebatch.store.RunFolder;

/**
 * Makes an output folder show one run: what an earlier run left is taken away, what this run has already finished is put
 * back. Only files that a run writes are ever removed.
 */
public final class OutputOwner {

    private final OutputFolder output;
    private final RunFolder run;
    private final Manifest manifest;

    public OutputOwner(OutputFolder output, RunFolder run, Manifest manifest) {
        this.output = output;
        this.run = run;
        this.manifest = manifest;
    }

    /** @param completed numbers of the batches that this run has finished */
    public void show(Set<Integer> completed) throws IOException {
        if (!run.runId().equals(owner())) {
            removeBatches();
            removeSummary();
            AtomicFile.writeDurably(marker(output), out -> out.write(run.runId().getBytes(StandardCharsets.UTF_8)));
        }
        removeLeftovers();
        for (BatchPlan plan : manifest.batches()) {
            BatchFolder batch = new BatchFolder(output, plan, run);
            if (!completed.contains(plan.number())) {
                batch.retract();
            } else if (!batch.isPublished()) {
                batch.open();
                batch.publish();
            }
        }
    }

    private String owner() throws IOException {
        return shown(output).orElse("");
    }

    /** The id of the run that an output folder shows. */
    public static Optional<String> shown(OutputFolder output) throws IOException {
        Path marker = marker(output);
        return Files.exists(marker)
                ? Optional.of(new String(Files.readAllBytes(marker), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static Path marker(OutputFolder output) {
        return output.hidden().resolve("shown-run");
    }

    private void removeBatches() throws IOException {
        for (Path batch : output.batches()) {
            BatchFolder.removeOthers(batch, Set.of());
            Files.deleteIfExists(batch.resolve("requirements_validated.json"));
            Files.deleteIfExists(batch.resolve(OutputFolder.TEST_RESULTS));
            Files.deleteIfExists(batch.resolve("services.txt"));
            AtomicFile.removeLeftovers(batch);
            removeIfEmpty(batch);
        }
    }

    private void removeSummary() throws IOException {
        Path summary = output.summary();
        for (String file : List.of(
                "all_validated_requirements.json",
                "error_analysis.json",
                "orchestrator_final_report.json",
                "report.html")) {
            Files.deleteIfExists(summary.resolve(file));
        }
        Path ruleFiles = summary.resolve("all_generated_yamls");
        if (Files.isDirectory(ruleFiles)) {
            BatchFolder.removeOthers(ruleFiles, Set.of());
        }
    }

    private void removeLeftovers() throws IOException {
        AtomicFile.removeLeftovers(output.path());
        AtomicFile.removeLeftovers(output.hidden());
        AtomicFile.removeLeftovers(output.summary());
        AtomicFile.removeLeftovers(output.summary().resolve("all_generated_yamls"));
        for (Path batch : output.batches()) {
            AtomicFile.removeLeftovers(batch);
        }
        try (Stream<Path> folders = Files.walk(run.path())) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                AtomicFile.removeLeftovers(folder);
            }
        }
    }

    /** A folder into which somebody put something of their own stays. */
    private static void removeIfEmpty(Path folder) throws IOException {
        try {
            Files.delete(folder);
        } catch (DirectoryNotEmptyException e) {
            return;
        }
    }
}
