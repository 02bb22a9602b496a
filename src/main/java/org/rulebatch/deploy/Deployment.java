package org.rulebatch.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.requirement.Finding;
import org.rulebatch.ruleyaml.RuleYamlSchema;
import org.rulebatch.store.InputException;
import org.rulebatch.store.OutputFolder;

/**
 * Copies the rule files of a run's summary to {@code <services-dir>/<service>/rules/<service>.yaml}: all of them or none. A
 * file that is replaced stays beside the new one under a number. A process killed in between leaves a journal, and the next
 * deployment first brings that one to its end.
 */
public final class Deployment {

    private final OutputFolder output;
    private final Path services;
    private final Journal journal;

    public Deployment(OutputFolder output, Path services) {
        this.output = output;
        this.services = services;
        this.journal = new Journal(output.hidden().resolve("deployment.json"));
    }

    /**
     * What {@link #deploy()} would change, as unified diffs, one a changed file.
     *
     * @throws InputException if a file is missing or not valid
     */
    public List<String> diff() {
        return changes().stream().map(Deployment::diff).toList();
    }

    /**
     * Deploys the files that differ from what is deployed.
     *
     * @return the files written
     * @throws InputException if a file is missing or not valid; nothing has been changed then
     */
    public List<Path> deploy() {
        try {
            journal.finish();
            List<RuleFile> changes = changes();
            journal.write(staged(changes));
            journal.finish();
            return changes.stream().map(RuleFile::target).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The rule files cannot be deployed to " + services + ", all or none: deploy again", e);
        }
    }

    private List<RuleFile> changes() {
        Path sources = output.allRuleFiles();
        if (!Files.isDirectory(sources)) {
            throw new InputException(
                    "There is nothing to deploy: " + sources + " is missing. Run --job=generateRules first.");
        }
        try {
            List<RuleFile> files = RuleFile.in(sources, services);
            requireValid(files);
            return files.stream().filter(RuleFile::isChange).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The rule files in " + sources + " cannot be read", e);
        }
    }

    private static void requireValid(List<RuleFile> files) {
        RuleYamlSchema schema = new RuleYamlSchema();
        List<String> faults = new ArrayList<>();
        for (RuleFile file : files) {
            for (Finding finding : schema.check(file.source().toString(), file.text())) {
                faults.add("  " + finding.place() + ": " + finding.message());
            }
        }
        if (!faults.isEmpty()) {
            throw new InputException("Nothing was deployed: these rule files are not valid; generate them again.\n"
                    + String.join("\n", faults));
        }
    }

    /** Writes all new files beside the old ones; what cannot be written whole is taken back. */
    private static List<Move> staged(List<RuleFile> files) throws IOException {
        List<Move> moves = new ArrayList<>();
        try {
            for (RuleFile file : files) {
                Files.createDirectories(file.folder());
                AtomicFile.removeLeftovers(
                        file.folder(), file.staged().getFileName().toString()::equals);
                AtomicFile.writeDurably(
                        file.staged(), out -> out.write(file.text().getBytes(StandardCharsets.UTF_8)));
                moves.add(new Move(file.staged(), file.target(), file.deployed() == null ? null : file.nextBackup()));
            }
            return moves;
        } catch (IOException e) {
            for (Move move : moves) {
                Files.deleteIfExists(move.from());
            }
            throw e;
        }
    }

    private static String diff(RuleFile file) {
        String old = file.deployed();
        return UnifiedDiff.of(
                old == null ? null : file.target().toString(),
                file.target().toString(),
                old == null ? "" : old,
                file.text());
    }
}
