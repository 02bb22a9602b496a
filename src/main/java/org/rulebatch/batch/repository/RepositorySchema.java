package org.rulebatch.batch.repository;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptException;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * Makes the tables of the job repository: those of Spring Batch by its own script, and those of this program. The row that says
 * which version they have is written last. PostgreSQL makes all of it in one transaction, one process at a time; in H2, whose
 * statements commit by themselves, tables without that row were left by a process that was killed, and are created again.
 */
public final class RepositorySchema {

    static final int VERSION = 1;

    /** Told apart from the locks of others in the same database by being a random number. */
    private static final long LOCK = 7_302_285_190_446_127_519L;

    private static final String VERSIONS = "RULE_BATCH_SCHEMA";

    /** In an order in which they can be dropped. */
    private static final List<String> TABLES = List.of(
            "RULE_BATCH_LEASE",
            "RULE_BATCH_TASK",
            "RULE_BATCH_FILE",
            "RULE_BATCH_QUOTA",
            "RULE_BATCH_REPLY",
            "BATCH_STEP_EXECUTION_CONTEXT",
            "BATCH_JOB_EXECUTION_CONTEXT",
            "BATCH_STEP_EXECUTION",
            "BATCH_JOB_EXECUTION_PARAMS",
            "BATCH_JOB_EXECUTION",
            "BATCH_JOB_INSTANCE",
            VERSIONS);

    private static final List<String> SEQUENCES =
            List.of("BATCH_STEP_EXECUTION_SEQ", "BATCH_JOB_EXECUTION_SEQ", "BATCH_JOB_INSTANCE_SEQ");

    private RepositorySchema() {}

    /**
     * Makes the tables where they are missing.
     *
     * @throws RepositoryException if they cannot be made, or are those of another version or of somebody else
     */
    public static void ensure(DataSource source) {
        try (Connection connection = source.getConnection()) {
            String platform = platform(connection);
            if (!isMade(connection)) {
                make(connection, platform);
            }
        } catch (SQLException e) {
            throw RepositoryException.of(e);
        }
    }

    /**
     * Whether the tables are there; nothing is made.
     *
     * @throws RepositoryException if they are of another version
     */
    static boolean isMade(DataSource source) {
        try (Connection connection = source.getConnection()) {
            return isMade(connection);
        } catch (SQLException e) {
            throw RepositoryException.of(e);
        }
    }

    private static boolean isMade(Connection connection) throws SQLException {
        OptionalInt version = present(connection).contains(VERSIONS) ? version(connection) : OptionalInt.empty();
        if (version.isPresent() && version.getAsInt() != VERSION) {
            throw new RepositoryException(
                    "The job repository has tables of version " + version.getAsInt()
                            + ", and this program those of version " + VERSION
                            + ". Use the version of rule-batch that made them, or another database or --output-dir",
                    null);
        }
        return version.isPresent();
    }

    private static void make(Connection connection, String platform) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            if (platform.equals("postgresql")) {
                statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
            }
            // Another process may have been faster while this one waited for the lock.
            if (!isMade(connection)) {
                dropHalfMade(connection, statement);
                run(connection, "org/springframework/batch/core/schema-" + platform + ".sql");
                run(connection, "repository/schema-" + platform + ".sql");
                statement.execute("create table " + VERSIONS + " (VERSION integer primary key)");
                statement.execute("insert into " + VERSIONS + " values (" + VERSION + ")");
            }
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** What was never finished holds nothing; a row in it says that it is somebody else's. */
    private static void dropHalfMade(Connection connection, Statement statement) throws SQLException {
        List<String> dropped = new ArrayList<>(TABLES);
        dropped.retainAll(present(connection));
        for (String table : dropped) {
            if (hasRows(statement, table)) {
                throw new RepositoryException(
                        "The database holds tables that this version of rule-batch did not make (" + table
                                + " has rows), so none was made or changed. Give rule-batch a database or a schema of its own"
                                + " (--repository.url=…?currentSchema=rulebatch); for the H2 file of an output folder, move"
                                + " .rule-batch/repository.mv.db away: the list of runs is lost then, the output is not",
                        null);
            }
        }
        for (String table : dropped) {
            statement.execute("drop table " + table);
        }
        if (!dropped.isEmpty()) {
            for (String sequence : SEQUENCES) {
                statement.execute("drop sequence if exists " + sequence);
            }
        }
    }

    private static void run(Connection connection, String script) throws SQLException {
        try {
            ScriptUtils.executeSqlScript(connection, new ClassPathResource(script));
        } catch (ScriptException e) {
            if (e.getMostSpecificCause() instanceof SQLException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static boolean hasRows(Statement statement, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery("select 1 from " + table + " fetch first 1 row only")) {
            return row.next();
        }
    }

    private static OptionalInt version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select max(VERSION) from " + VERSIONS)) {
            row.next();
            int version = row.getInt(1);
            return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(version);
        }
    }

    /** Of the tables that there are to be, those that are there; other schemas are not looked at. */
    private static Set<String> present(Connection connection) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), null, new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME").toUpperCase(Locale.ROOT));
            }
        }
        names.retainAll(TABLES);
        return names;
    }

    private static String platform(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "H2" -> "h2";
            case "PostgreSQL" -> "postgresql";
            default ->
                throw new RepositoryException(
                        "The job repository can be H2 or PostgreSQL, not " + product + "; correct --repository.url",
                        null);
        };
    }
}
