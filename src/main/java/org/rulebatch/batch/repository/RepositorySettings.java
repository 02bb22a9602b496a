package org.rulebatch.batch.repository;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rulebatch.store.OutputFolder;

/**
 * Where Spring Batch keeps its tables.
 *
 * @param url a JDBC URL of H2 or PostgreSQL
 * @param folder holds the H2 file of an output folder; null for a repository elsewhere
 */
public record RepositorySettings(String url, @Nullable String user, @Nullable String password, @Nullable Path folder) {

    /** The file in the folder. */
    static final String FILE = "repository.mv.db";

    private static final String NAME = "repository";

    /** A repository at a JDBC URL. */
    public static RepositorySettings at(String url, @Nullable String user, @Nullable String password) {
        return new RepositorySettings(url, user, password, null);
    }

    /**
     * An H2 file in the hidden folder of the output. Every commit is in the file before it returns, so that a killed process
     * loses none. One process at a time has it open; there is no server, so that nobody can reach it but by the file.
     */
    public static RepositorySettings h2In(OutputFolder output) {
        Path folder = output.hidden().toAbsolutePath().normalize();
        String file = folder.resolve(NAME).toString().replace(";", "\\;");
        return new RepositorySettings("jdbc:h2:file:" + file + ";WRITE_DELAY=0", "sa", "", folder);
    }

    /** Whether workers on other machines can use it as well. */
    public boolean isShared() {
        return url.startsWith("jdbc:postgresql:");
    }

    /** Whether there is a repository to read, as far as that can be seen without opening it. */
    public boolean mayExist() {
        return folder == null || Files.exists(folder.resolve(FILE));
    }
}
