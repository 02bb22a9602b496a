package org.rulebatch.batch.repository;

import org.rulebatch.files.Addresses;
import java.io.EOFException;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulebatch.files.IoReason;

/** The job repository cannot be used; the message says why and what to do. */
public final class RepositoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** H2: another process has the file, and cannot be reached. */
    private static final int FILE_IN_USE = 90020;
    /** H2: the file is damaged, or is none of its own. */
    private static final int FILE_DAMAGED = 90030;

    RepositoryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** What the failure means, if it comes from the database. */
    public static Optional<RuntimeException> in(Throwable failure) {
        Throwable at = failure;
        while (at != null && !(at instanceof SQLException)) {
            at = at.getCause();
        }
        return at == null ? Optional.empty() : Optional.of(of((SQLException) at));
    }

    /** What the database's error means here. */
    static RuntimeException of(SQLException e) {
        if (e.getErrorCode() == FILE_IN_USE) {
            return new AlreadyRunningException(
                    "The job repository is open in a process that cannot be reached from here,"
                            + " perhaps on another machine. Wait for it, or choose another --output-dir.");
        }
        return new RepositoryException(what(e) + ": " + reason(e) + ". " + next(e), e);
    }

    private static String what(SQLException e) {
        return isDamaged(e) ? "The job repository is damaged" : "The job repository cannot be used";
    }

    /** SQLSTATE classes: 08 connection, 28 authorization, 3D database name, 57P shutdown. */
    private static String next(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (String.valueOf(e.getMessage()).startsWith("No suitable driver")) {
            return "--repository.url begins with jdbc:postgresql:// or jdbc:h2:";
        }
        if (isDamaged(e)) {
            return "Put back a copy of .rule-batch/repository.mv.db, or move it away and start anew:"
                    + " that loses the list of runs, but no output";
        }
        if (state.startsWith("28")) {
            return "Check --repository.user and the password in RULE_BATCH_REPOSITORY_PASSWORD";
        }
        if (state.startsWith("3D")) {
            return "Create the database, or correct its name in --repository.url";
        }
        return state.startsWith("08") || state.startsWith("57P")
                ? "Check --repository.url, and that its server runs and can be reached"
                : "Check --repository.url, its server, and the space on its disk";
    }

    /** What the disk says, where that is behind it: H2 speaks of a closed database then. */
    private static String reason(SQLException e) {
        boolean remote = String.valueOf(e.getSQLState()).startsWith("08");
        Optional<String> disk = remote || isDamaged(e) ? Optional.empty() : IoReason.of(e);
        return disk.orElseGet(() -> firstLine(e));
    }

    private static boolean isDamaged(SQLException e) {
        boolean damaged = e.getErrorCode() == FILE_DAMAGED;
        for (Throwable at = e; at != null && !damaged; at = at.getCause()) {
            damaged = String.valueOf(at.getMessage()).contains("corrupt") || at instanceof EOFException;
        }
        return damaged;
    }

    /** A driver shows the whole URL. */
    private static String firstLine(SQLException e) {
        return Addresses.printable(String.valueOf(e.getMessage()))
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^IO Exception: ", "")
                .replaceFirst("[.\\s]+$", "");
    }
}
