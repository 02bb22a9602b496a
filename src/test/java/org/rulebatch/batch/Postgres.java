package org.rulebatch.batch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.rulebatch.batch.repository.RepositorySchema;
import org.springframework.jdbc.core.JdbcTemplate;

/** A real PostgreSQL for the tests of one class. */
public final class Postgres implements BeforeAllCallback, AfterAllCallback {

    @SuppressWarnings("NullAway.Init")
    private EmbeddedPostgres server;

    @Override
    public void beforeAll(ExtensionContext tests) throws IOException {
        server = EmbeddedPostgres.start();
    }

    @Override
    public void afterAll(ExtensionContext tests) throws IOException {
        server.close();
    }

    /** Where it is, for its user {@code postgres}, who has no password. */
    public String url() {
        return server.getJdbcUrl("postgres", "postgres").replaceFirst("[?].*", "");
    }

    /** The database with the tables of the repository. */
    public JdbcTemplate template() {
        return made(server.getPostgresDatabase());
    }

    /** The server, for a database of a test's own. */
    public DataSource source() {
        return server.getPostgresDatabase();
    }

    /** A new H2 in memory, and this one with these tables empty. */
    public Stream<JdbcTemplate> besideH2(String... tables) {
        JdbcTemplate postgres = template();
        Arrays.stream(tables).forEach(table -> postgres.execute("delete from " + table));
        return Stream.of(h2(), postgres);
    }

    /** A new H2 in memory with the tables of the repository. */
    public static JdbcTemplate h2() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return made(h2);
    }

    private static JdbcTemplate made(DataSource source) {
        RepositorySchema.ensure(source);
        return new JdbcTemplate(source);
    }
}
