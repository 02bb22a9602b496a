package org.rulebatch.batch.step;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rulebatch.batch.repository.RepositorySchema;
import org.rulebatch.files.AtomicFile;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Files of one run on their way through the repository, in pieces, so that no file is ever in memory as a whole. A file stands
 * here only until the manager has it.
 */
public final class FileTable implements RunFiles {

    private static final int PIECE = 1 << 20;

    private static final String CREATE =
            """
            create table if not exists RULE_BATCH_FILE (
              OUTPUT_ID varchar(64) not null,
              RUN_ID varchar(64) not null,
              NAME varchar(512) not null,
              PIECE integer not null,
              CONTENT bytea not null,
              primary key (OUTPUT_ID, RUN_ID, NAME, PIECE)
            )
            """;

    private static final String THIS = " from RULE_BATCH_FILE where OUTPUT_ID = ? and RUN_ID = ? and NAME = ?";

    private final JdbcTemplate jdbc;
    private final String outputId;
    private final String runId;

    public FileTable(JdbcTemplate jdbc, String outputId, String runId) {
        this.jdbc = jdbc;
        this.outputId = outputId;
        this.runId = runId;
    }

    public static void create(JdbcTemplate jdbc) {
        RepositorySchema.create(jdbc, CREATE);
    }

    /** The runs of an output folder that have files here. */
    static List<String> runs(JdbcTemplate jdbc, String outputId) {
        return jdbc.queryForList(
                "select distinct RUN_ID from RULE_BATCH_FILE where OUTPUT_ID = ?", String.class, outputId);
    }

    @Override
    public void fetch(String name, Path to) throws IOException {
        if (!has(name)) {
            throw new FileNotFoundException(name + " of run " + runId + " is not in the repository");
        }
        AtomicFile.writeDurably(to, out -> copy(name, out));
    }

    private void copy(String name, OutputStream out) throws IOException {
        for (int piece = 0; ; piece++) {
            List<byte[]> content =
                    jdbc.queryForList("select CONTENT" + THIS + " and PIECE = ?", byte[].class, key(name, piece));
            if (content.isEmpty()) {
                return;
            }
            out.write(content.get(0));
        }
    }

    @Override
    public void put(String name, Path from) throws IOException {
        remove(name);
        try (InputStream in = Files.newInputStream(from)) {
            int number = 0;
            byte[] piece = in.readNBytes(PIECE);
            do {
                jdbc.update(
                        "insert into RULE_BATCH_FILE values (?, ?, ?, ?, ?)", outputId, runId, name, number++, piece);
                piece = in.readNBytes(PIECE);
            } while (piece.length > 0);
        }
    }

    boolean has(String name) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select exists (select 1" + THIS + ")", Boolean.class, key(name)));
    }

    /** The records of services that are here. */
    List<String> records() {
        return jdbc.queryForList(
                "select NAME from RULE_BATCH_FILE where OUTPUT_ID = ? and RUN_ID = ? and PIECE = 0 and NAME like 'records/%'",
                String.class, outputId, runId);
    }

    void remove(String name) {
        jdbc.update("delete" + THIS, key(name));
    }

    void removeAll() {
        jdbc.update("delete from RULE_BATCH_FILE where OUTPUT_ID = ? and RUN_ID = ?", outputId, runId);
    }

    private Object[] key(String name) {
        return new Object[] {outputId, runId, name};
    }

    private Object[] key(String name, int piece) {
        return new Object[] {outputId, runId, name, piece};
    }
}
