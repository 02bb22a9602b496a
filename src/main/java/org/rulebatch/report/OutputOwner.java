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
import org.rulebatch.prove.Examples;
import org.rulebatch.ruleyaml.RuleYamlSchema;
import org.rulebatch.store.BatchPlan;
import org.rulebatch.store.Manifest;
import org.rulebatch.store.OutputFolder;
import org.rulebatch.store.RunFolder;

/**
 * Makes an output folder show one run: what an earlier run left is taken away, what this run has already finished is put
 * back. Only files that the earlier run wrote are removed: it left a list of them.
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
            ShownFiles shown = ShownFiles.read(output);
            removeBatches(shown);
            removeSummary(shown);
            ShownFiles.of(manifest).write(output);
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

    private void removeBatches(ShownFiles shown) throws IOException {
        for (int number : shown.batches().keySet()) {
            Path batch = output.batch(number);
            if (Files.isDirectory(batch)) {
                List<String> services = shown.services(number);
                BatchFolder.removeRuleFiles(batch, services, Set.of());
                Files.deleteIfExists(batch.resolve(OutputFolder.REQUIREMENTS));
                Files.deleteIfExists(batch.resolve(OutputFolder.TEST_RESULTS));
                Files.deleteIfExists(batch.resolve(OutputFolder.SERVICES));
                AtomicFile.removeLeftovers(batch, name -> BatchFolder.isOurs(name, services));
                removeIfEmpty(batch);
            }
        }
    }

    private void removeSummary(ShownFiles shown) throws IOException {
        if (shown.batches().isEmpty()) {
            return;
        }
        for (Path file : summary()) {
            Files.deleteIfExists(file);
        }
        for (Path ruleFiles : List.of(output.allRuleFiles(), output.allProposedFiles())) {
            if (Files.isDirectory(ruleFiles)) {
                BatchFolder.removeRuleFiles(ruleFiles, shown.services(), Set.of());
            }
        }
        if (Files.isDirectory(output.allProposedFiles())) {
            removeIfEmpty(output.allProposedFiles());
        }
    }

    /** Half-written files of this run; only those whose names it writes. */
    private void removeLeftovers() throws IOException {
        ShownFiles shown = ShownFiles.of(manifest);
        List<String> services = shown.services();
        AtomicFile.removeLeftovers(
                output.path(),
                Set.of(output.runMetadata().getFileName().toString(), RuleYamlSchema.FILE, Examples.SCHEMA_FILE)
                        ::contains);
        AtomicFile.removeLeftovers(output.hidden(), name -> true);
        AtomicFile.removeLeftovers(
                output.summary(),
                name -> summary().contains(output.summary().resolve(name)) || name.equals(RuleYamlSchema.FILE));
        for (Path ruleFiles : List.of(output.allRuleFiles(), output.allProposedFiles())) {
            AtomicFile.removeLeftovers(ruleFiles, name -> BatchFolder.isRuleFile(name, services));
        }
        for (int number : shown.batches().keySet()) {
            AtomicFile.removeLeftovers(output.batch(number), name -> BatchFolder.isOurs(name, shown.services(number)));
        }
        try (Stream<Path> folders = Files.walk(run.path())) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                AtomicFile.removeLeftovers(folder, name -> true);
            }
        }
    }

    /** What stands in the summary, besides the rule files and their schema. */
    private List<Path> summary() {
        return List.of(
                output.allRequirements(),
                output.errorAnalysis(),
                output.finalReport(),
                output.controls(),
                output.page());
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
