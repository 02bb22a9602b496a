package org.rulebatch.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.batch.FolderState;

/** A PostgreSQL that cannot be reached, refuses, or goes away while a run works. */
final class DatabaseIT {

    private static final String SECRET = "hunter2-hunter2";

    @TempDir
    private Path folder;

    @Test
    @Thorough
    void aRunWhoseDatabaseGoesAwayIsRestartedWhenItIsBack() throws Exception {
        // given
        BatchJar uninterrupted = new BatchJar(folder.resolve("uninterrupted"));
        uninterrupted.run("--job=generateRules").with(0);
        EmbeddedPostgres first = postgres(0);
        BatchJar jar = new BatchJar(folder.resolve("jar"), url(first.getPort()), "--repository.user=postgres");
        Running run = jar.start("--job=generateRules").untilErrorsSay("generates");

        // when
        first.close();

        // then
        run.end().with(5).saying("Resume it", "restart last", "--repository.user=postgres");
        assertThat(new OutputState(jar.out()).metadata().path("status").asString())
                .isEqualTo("failed");
        jar.run("restart", "last").with(5).saying("The job repository cannot be used: ", "Check --repository.url");

        // when
        try (EmbeddedPostgres second = postgres(first.getPort())) {
            // then
            assertThat(second.getPort()).isEqualTo(first.getPort());
            jar.run("restart", "last").with(0);
            assertThat(FolderState.of(jar.out())).isEqualTo(FolderState.of(uninterrupted.out()));
        }
    }

    @Test
    void whatIsWrongWithTheRepositoryIsSaidWithoutThePassword() throws Exception {
        try (EmbeddedPostgres postgres = postgres(0)) {
            int port = postgres.getPort();
            postgres.getPostgresDatabase()
                    .getConnection()
                    .createStatement()
                    .execute("create role somebody login password 'another'");
            allowOnlyWithPassword(postgres);
            BatchJar jar = new BatchJar(folder.resolve("jar"), "--repository.user=somebody")
                    .environment("RULE_BATCH_REPOSITORY_PASSWORD", SECRET);
            for (String[] command : new String[][] {{"runs"}, {"--job=generateRules", "--services=kms"}}) {
                jar.run(with(command, url(port)))
                        .with(5)
                        .saying("Check --repository.user and the password")
                        .silentAbout(SECRET);
                jar.run(with(command, url(1)))
                        .with(5)
                        .saying("that its server runs")
                        .silentAbout(SECRET);
                jar.run(with(command, url(port) + "x?password=" + SECRET))
                        .with(5)
                        .silentAbout(SECRET);
                jar.run(with(command, "--repository.url=postgres://host/db?password=" + SECRET))
                        .with(5)
                        .saying("jdbc:postgresql://")
                        .silentAbout(SECRET);
            }
        }
    }

    private static void allowOnlyWithPassword(EmbeddedPostgres postgres) throws Exception {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            try (var row = statement.executeQuery("show hba_file")) {
                row.next();
                Path file = Path.of(row.getString(1));
                String text = java.nio.file.Files.readString(file);
                java.nio.file.Files.writeString(file, "host all somebody all scram-sha-256\n" + text);
            }
            statement.execute("select pg_reload_conf()");
        }
    }

    private EmbeddedPostgres postgres(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    private static String url(int port) {
        return "--repository.url=jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private static String[] with(String[] command, String option) {
        String[] all = java.util.Arrays.copyOf(command, command.length + 1);
        all[command.length] = option;
        return all;
    }
}
