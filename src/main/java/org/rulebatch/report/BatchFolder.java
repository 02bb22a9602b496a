package org.rulebatch.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.store.BatchPlan;
import org.rulebatch.store.OutputFolder;
import org.rulebatch.store.RunFolder;

/** The folder of one batch. Publishing it again gives the same files. */
public final class BatchFolder {

    private final Path folder;
    private final BatchPlan batch;
    private final RunFolder run;

    public BatchFolder(OutputFolder output, BatchPlan batch, RunFolder run) {
        this.folder = output.batch(batch.number());
        this.batch = batch;
        this.run = run;
    }

    /**
     * Says which services the batch is about, and that nothing of it is tested; done when it starts.
     *
     * @throws IOException also if the output folder was taken away: it is not created again under a run
     */
    public void open() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder);
        }
        Files.deleteIfExists(testResults());
        AtomicFile.write(folder.resolve(OutputFolder.SERVICES), String.join("\n", batch.serviceNames()) + "\n");
    }

    /**
     * Writes what the batch yielded from the records of its services. {@code requirements_validated.json} comes last: whoever
     * sees it sees a complete batch.
     *
     * @throws IOException if a record is missing or a file cannot be written
     */
    public void publish() throws IOException {
        Set<String> ruleFiles = new HashSet<>();
        for (String service : batch.serviceNames()) {
            ServiceRecord record = ServiceRecord.read(run.record(service));
            write(OutputFolder.ruleFile(service), record.yaml(), ruleFiles);
            write(OutputFolder.proposedFile(service), record.proposed(), ruleFiles);
            write(OutputFolder.examplesFile(service), record.examples(), ruleFiles);
        }
        removeRuleFiles(folder, batch.serviceNames(), ruleFiles);
        AtomicFile.write(requirements(), Requirements.of(batch.serviceNames(), run));
    }

    private void write(String name, @Nullable String yaml, Set<String> written) throws IOException {
        if (yaml != null) {
            AtomicFile.write(folder.resolve(name), yaml);
            written.add(name);
        }
    }

    /** Takes back what {@link #publish()} wrote, for a batch that runs again. */
    public void retract() throws IOException {
        if (Files.isDirectory(folder)) {
            Files.deleteIfExists(requirements());
            Files.deleteIfExists(testResults());
            removeRuleFiles(folder, batch.serviceNames(), Set.of());
        }
    }

    public boolean isPublished() {
        return Files.exists(requirements());
    }

    /** What a test of the rules came to. */
    public Path testResults() {
        return folder.resolve(OutputFolder.TEST_RESULTS);
    }

    private Path requirements() {
        return folder.resolve(OutputFolder.REQUIREMENTS);
    }

    /** The names of the files that a run writes into a batch's folder. */
    static boolean isOurs(String name, List<String> services) {
        return name.equals(OutputFolder.REQUIREMENTS)
                || name.equals(OutputFolder.TEST_RESULTS)
                || name.equals(OutputFolder.SERVICES)
                || isRuleFile(name, services);
    }

    /** Whether it is the name of a rule file of one of the services, generated or proposed, or of its examples. */
    static boolean isRuleFile(String name, List<String> services) {
        return OutputFolder.serviceOf(name)
                .or(() -> OutputFolder.serviceOfProposed(name))
                .or(() -> OutputFolder.serviceOfExamples(name))
                .filter(services::contains)
                .isPresent();
    }

    /** Removes the rule files and examples of the services, but for those that are to stay; files of others are not looked at. */
    static void removeRuleFiles(Path folder, List<String> services, Set<String> stay) throws IOException {
        for (String service : services) {
            for (String name : List.of(
                    OutputFolder.ruleFile(service),
                    OutputFolder.proposedFile(service),
                    OutputFolder.examplesFile(service))) {
                if (!stay.contains(name)) {
                    Files.deleteIfExists(folder.resolve(name));
                }
            }
        }
    }
}
