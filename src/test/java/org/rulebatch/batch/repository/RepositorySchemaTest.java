package org.rulebatch.batch.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;
import org.rulebatch.batch.Postgres;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Ensures that tables are made whole or not at all, whoever makes them, and that those of others are left alone. */
final class RepositorySchemaTest {

    @RegisterExtension
    private static final Postgres POSTGRES = new Postgres();

    @Test
    void tablesThatAKilledProcessLeftHalfMadeAreMadeAnew() throws IOException {
        List<String> statements = statements("org/springframework/batch/core/schema-h2.sql");
        statements.addAll(statements("repository/schema-h2.sql"));
        for (int made = 1; made <= statements.size(); made++) {
            // given
            JdbcTemplate jdbc = h2();
            statements.subList(0, made).forEach(jdbc::execute);

            // when
            RepositorySchema.ensure(source(jdbc));

            // then
            assertThat(new RunTable(jdbc, "out").all()).as(made + " statements").isEmpty();
            assertThat(version(jdbc)).isEqualTo(RepositorySchema.VERSION);
        }
    }

    @Test
    void tablesThatAreThereAreKept() {
        JdbcTemplate jdbc = h2();
        RepositorySchema.ensure(source(jdbc));
        new LeaseTable(jdbc, "out", Lease.EXPIRY).insert("token", Owner.thisProcess());
        RepositorySchema.ensure(source(jdbc));
        assertThat(new LeaseTable(jdbc, "out", Lease.EXPIRY).find()).isPresent();
    }

    @Test
    void manyProcessesMakeThemAtOnceOnPostgres() {
        // given
        PGSimpleDataSource source = schema("at_once");

        // when
        List<CompletableFuture<Void>> all = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.runAsync(() -> RepositorySchema.ensure(source)))
                .toList();

        // then
        all.forEach(CompletableFuture::join);
        assertThat(version(new JdbcTemplate(source))).isEqualTo(RepositorySchema.VERSION);
    }

    @Test
    void halfMadeTablesWithoutRowsAreMadeAnewOnPostgres() throws IOException {
        PGSimpleDataSource source = schema("half_made");
        JdbcTemplate jdbc = new JdbcTemplate(source);
        statements("org/springframework/batch/core/schema-postgresql.sql")
                .subList(0, 4)
                .forEach(jdbc::execute);
        RepositorySchema.ensure(source);
        assertThat(version(jdbc)).isEqualTo(RepositorySchema.VERSION);
    }

    @Test
    void tablesOfSomebodyElseAreLeftAsTheyAre() {
        // given
        PGSimpleDataSource source = schema("foreign_one");
        JdbcTemplate jdbc = new JdbcTemplate(source);
        jdbc.execute("create table BATCH_JOB_INSTANCE (ANYTHING integer)");
        jdbc.execute("insert into BATCH_JOB_INSTANCE values (1)");

        // then
        assertThatThrownBy(() -> RepositorySchema.ensure(source))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("BATCH_JOB_INSTANCE has rows")
                .hasMessageContaining("currentSchema=");
        assertThat(jdbc.queryForObject("select ANYTHING from BATCH_JOB_INSTANCE", Integer.class))
                .isOne();
        assertThat(jdbc.queryForList("select 1 from pg_tables where schemaname = 'foreign_one'"))
                .hasSize(1);
    }

    @Test
    void tablesOfANewerVersionAreNamed() {
        JdbcTemplate jdbc = Postgres.h2();
        jdbc.update("update RULE_BATCH_SCHEMA set VERSION = 99");
        assertThatThrownBy(() -> RepositorySchema.ensure(source(jdbc)))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("version 99")
                .hasMessageContaining("Use the version of rule-batch that made them");
    }

    @Test
    void aUserWhoMayMakeNoTablesIsToldWhatToGrant() {
        // given
        JdbcTemplate admin = new JdbcTemplate(POSTGRES.source());
        admin.execute("create role weak login");
        admin.execute("create schema closed_one");
        admin.execute("grant usage on schema closed_one to weak");
        PGSimpleDataSource source = at("closed_one");
        source.setUser("weak");

        // then
        assertThatThrownBy(() -> RepositorySchema.ensure(source))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("permission denied for schema closed_one")
                .hasMessageContaining("grant create, usage on schema")
                .hasMessageNotContaining("disk");
    }

    private static PGSimpleDataSource schema(String name) {
        new JdbcTemplate(POSTGRES.source()).execute("create schema " + name);
        return at(name);
    }

    private static PGSimpleDataSource at(String schema) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(POSTGRES.url());
        source.setUser("postgres");
        source.setCurrentSchema(schema);
        return source;
    }

    private static JdbcTemplate h2() {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return new JdbcTemplate(source);
    }

    private static DataSource source(JdbcTemplate jdbc) {
        return Objects.requireNonNull(jdbc.getDataSource());
    }

    private static int version(JdbcTemplate jdbc) {
        return Objects.requireNonNull(jdbc.queryForObject("select VERSION from RULE_BATCH_SCHEMA", Integer.class));
    }

    private static List<String> statements(String script) throws IOException {
        String text = new ClassPathResource(script).getContentAsString(StandardCharsets.UTF_8);
        List<String> statements = new ArrayList<>();
        for (String statement : text.replaceAll("(?m)^--.*$", "").split(";")) {
            if (!statement.isBlank()) {
                statements.add(statement);
            }
        }
        return statements;
    }
}
