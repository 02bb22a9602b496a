package org.rulebatch.batch.repository;

import java.io.EOFException;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulebatch.files.Addresses;
import org.rulebatch.files.Causes;
import org.rulebatch.files.IoReason;

/** The job repository cannot be used; the message says why and what to do. */
public final class RepositoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** H2: another process has the file. */
    private static final int FILE_IN_USE = 90020;
    /** H2: the file is damaged, or is none of its own. */
    private static final int FILE_DAMAGED = 90030;

    RepositoryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** What the failure means, if it comes from the database. */
    public static Optional<RuntimeException> in(Throwable failure) {
        return Causes.first(SQLException.class, failure).map(RepositoryException::of);
    }

    /** What the database's error means here. */
    static RuntimeException of(SQLException e) {
        if (e.getErrorCode() == FILE_IN_USE) {
            return new AlreadyRunningException(
                    "The job repository is open in another process, perhaps on another machine."
                            + " Wait for it, or choose another --output-dir.");
        }
        return new RepositoryException(what(e) + ": " + reason(e) + ". " + next(e), e);
    }

    private static String what(SQLException e) {
        return isDamaged(e) ? "The job repository is damaged" : "The job repository cannot be used";
    }

    private static String next(SQLException e) {
        if (String.valueOf(e.getMessage()).startsWith("No suitable driver")) {
            return "--repository.url begins with jdbc:postgresql:// or jdbc:h2:";
        }
        return isDamaged(e) ? RepositoryFile.LOST : next(e.getSQLState() == null ? "" : e.getSQLState());
    }

    /** SQLSTATE, see PostgreSQL's appendix A; a prefix of two is a class, which H2 has in part. */
    private static String next(String state) {
        return switch (state) {
            case "42501" ->
                "Let the owner of the database grant it to the user of --repository.user"
                        + " (grant create, usage on schema public to <user>), or give that user a schema of its own"
                        + " (create schema rulebatch authorization <user>; --repository.url=…?currentSchema=rulebatch)";
            case "53300" ->
                "All connections of the server are in use: wait, start fewer managers and workers at once"
                        + " (each takes up to 8), or raise max_connections";
            case "42P01", "42703", "42S02", "42S22" ->
                "Its tables are not those that this version of rule-batch made: give it a database or a schema of its own,"
                        + " or move .rule-batch/repository.mv.db away, which loses the list of runs but no output";
            default -> nextOfClass(state.substring(0, Math.min(2, state.length())));
        };
    }

    private static String nextOfClass(String kind) {
        return switch (kind) {
            case "28" -> "Check --repository.user and the password in RULE_BATCH_REPOSITORY_PASSWORD";
            case "3D" -> "Create the database, or correct its name in --repository.url";
            case "3F" -> "Create the schema, or correct its name in --repository.url";
            case "08", "57" -> "Check --repository.url, and that its server runs and can be reached";
            case "53" -> "Make room on the disk or in the memory of the database's server";
            default -> "Check --repository.url, its server, and the space on its disk";
        };
    }

    /** What the disk says, where that is behind it: H2 speaks of a closed database then. */
    private static String reason(SQLException e) {
        boolean remote = String.valueOf(e.getSQLState()).startsWith("08");
        Optional<String> disk = remote || isDamaged(e) ? Optional.empty() : IoReason.of(e);
        return disk.orElseGet(() -> firstLine(e));
    }

    boolean isDamaged() {
        return getCause() instanceof SQLException cause && isDamaged(cause);
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
