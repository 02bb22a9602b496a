package org.rulebatch.batch.repository;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.datasource.init.ScriptException;

/** Creates the tables where they are missing, with the scripts that come with Spring Batch. */
public final class RepositorySchema {

    private static final String TABLE = "BATCH_JOB_INSTANCE";

    private RepositorySchema() {}

    static void ensure(DataSource source) {
        if (exists(source)) {
            return;
        }
        String script = "org/springframework/batch/core/schema-" + platform(source) + ".sql";
        try {
            new ResourceDatabasePopulator(new ClassPathResource(script)).execute(source);
        } catch (ScriptException e) {
            // Another process may have been faster.
            if (!exists(source)) {
                throw e;
            }
        }
    }

    /** Makes a table of this program's own, by a statement that does nothing where there is one. */
    public static void create(JdbcTemplate jdbc, String statement) {
        try {
            jdbc.execute(statement);
        } catch (DuplicateKeyException | BadSqlGrammarException e) {
            // PostgreSQL says so where another process makes it at the same moment; now it is made.
            jdbc.execute(statement);
        }
    }

    static boolean exists(DataSource source) {
        try (Connection connection = source.getConnection()) {
            String stored =
                    connection.getMetaData().storesLowerCaseIdentifiers() ? TABLE.toLowerCase(Locale.ROOT) : TABLE;
            try (ResultSet tables =
                    connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), stored, null)) {
                return tables.next();
            }
        } catch (SQLException e) {
            throw RepositoryException.of(e);
        }
    }

    private static String platform(DataSource source) {
        try (Connection connection = source.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            return switch (product) {
                case "H2" -> "h2";
                case "PostgreSQL" -> "postgresql";
                default ->
                    throw new RepositoryException(
                            "The job repository can be H2 or PostgreSQL, not " + product + "; correct --repository.url",
                            null);
            };
        } catch (SQLException e) {
            throw RepositoryException.of(e);
        }
    }
}
