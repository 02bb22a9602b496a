package org.rulebatch.batch.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.files.Json;
import org.rulebatch.store.OutputFolder;
import org.springframework.util.FileSystemUtils;

/** The state of the scan that a folder of results is about: its plan, and what came of each part. */
final class ScanStore {

    private final Path plan;
    private final Path scans;

    ScanStore(OutputFolder results) {
        this.plan = results.hidden().resolve("scan.json");
        this.scans = results.hidden().resolve("scans");
    }

    /** The plan of the newest scan. */
    Optional<ScanPlan> plan() {
        return read(plan, ScanPlan.class);
    }

    /** Makes this the scan that the folder is about, and removes what was kept of others. */
    void begin(ScanPlan begun) {
        keep(begun);
        try {
            FileSystemUtils.deleteRecursively(scans);
        } catch (IOException e) {
            throw unwritable(scans, e);
        }
    }

    /** Writes the plan again. */
    void keep(ScanPlan changed) {
        write(plan, changed);
    }

    /** What is known of a part; empty before anybody has looked. */
    Optional<PartResult> result(ScanPlan of, Part part) {
        return read(file(of, part), PartResult.class);
    }

    /** Keeps what came of a part; it is on the disk when this returns. */
    void keep(ScanPlan of, Part part, PartResult result) {
        write(file(of, part), result);
    }

    private Path file(ScanPlan of, Part part) {
        return scans.resolve(of.id()).resolve(part.account()).resolve(part.region() + ".json");
    }

    private static <T> Optional<T> read(Path file, Class<T> type) {
        try {
            return Files.exists(file)
                    ? Optional.of(Json.COMPACT.readValue(Files.readAllBytes(file), type))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the state of the scan, " + file + ", cannot be read", e);
        }
    }

    private static void write(Path file, Object value) {
        try {
            Files.createDirectories(file.getParent());
            AtomicFile.writeDurably(file, out -> out.write(Json.COMPACT.writeValueAsBytes(value)));
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static UncheckedIOException unwritable(Path file, IOException e) {
        return new UncheckedIOException("the state of the scan, " + file + ", cannot be written", e);
    }
}
