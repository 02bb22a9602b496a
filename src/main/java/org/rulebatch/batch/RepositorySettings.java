package org.rulebatch.batch;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rulebatch.store.OutputFolder;

/**
 * Where Spring Batch keeps its tables.
 *
 * @param url a JDBC URL of H2 or PostgreSQL
 */
public record RepositorySettings(String url, @Nullable String user, @Nullable String password) {

    /**
     * An H2 file in the hidden folder of the output. Every commit is in the file before it returns, so that a killed process
     * loses none; other processes of this machine can read while a run goes on.
     */
    public static RepositorySettings h2In(OutputFolder output) {
        Path file = output.hidden().toAbsolutePath().normalize().resolve("repository");
        String escaped = file.toString().replace(";", "\\;");
        return new RepositorySettings("jdbc:h2:file:" + escaped + ";WRITE_DELAY=0;AUTO_SERVER=TRUE", "sa", "");
    }
}
