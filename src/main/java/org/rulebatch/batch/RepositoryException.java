package org.rulebatch.batch;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The job repository cannot be used; the message says why and what to do. */
public final class RepositoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** H2: another process has the file, and cannot be reached. */
    private static final int FILE_IN_USE = 90020;

    RepositoryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** What the database's error means here. */
    static RuntimeException of(SQLException e) {
        if (e.getErrorCode() == FILE_IN_USE) {
            return new AlreadyRunningException(
                    "The job repository is open in a process that cannot be reached from here,"
                            + " perhaps on another machine. Wait for it, or choose another --output-dir.");
        }
        return new RepositoryException(
                "The job repository cannot be opened: " + e.getMessage() + ". Check --repository.url and its server.",
                e);
    }
}
