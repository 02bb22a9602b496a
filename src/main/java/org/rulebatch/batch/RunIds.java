package org.rulebatch.batch;

import java.nio.file.Files;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.rulebatch.store.OutputFolder;
import org.rulebatch.store.RunFolder;

/** Run ids, {@code yyyyMMdd_HHmmss}: of the second that the run starts in, or of the next free one. */
final class RunIds {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss");

    private RunIds() {}

    static RunFolder next(OutputFolder output, OffsetDateTime now) {
        OffsetDateTime at = now;
        while (Files.exists(output.run(FORMAT.format(at)).path())) {
            at = at.plusSeconds(1);
        }
        return output.run(FORMAT.format(at));
    }
}
