package org.rulebatch.batch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
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

    public JdbcTemplate template() {
        return new JdbcTemplate(server.getPostgresDatabase());
    }

    /** An empty H2 in memory, and this one without these tables. */
    public Stream<JdbcTemplate> besideH2(String... tables) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        JdbcTemplate postgres = template();
        Arrays.stream(tables).forEach(table -> postgres.execute("drop table if exists " + table));
        return Stream.of(new JdbcTemplate(h2), postgres);
    }
}
