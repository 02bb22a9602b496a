package org.rulebatch.batch.step;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rulebatch.files.AtomicFile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Files of one run on their way through the repository, in pieces, so that no file is ever in memory as a whole. A file stands
 * here only until the manager has it.
 */
public final class FileTable {

    private static final int PIECE = 1 << 20;

    private static final String THIS = " from RULE_BATCH_FILE where OUTPUT_ID = :output and RUN_ID = :run";
    private static final String NAMED = THIS + " and NAME = :name";

    private final JdbcClient jdbc;
    private final String outputId;
    private final String runId;

    public FileTable(JdbcTemplate jdbc, String outputId, String runId) {
        this.jdbc = JdbcClient.create(jdbc);
        this.outputId = outputId;
        this.runId = runId;
    }

    /** The runs of an output folder that have files here. */
    static List<String> runs(JdbcTemplate jdbc, String outputId) {
        return JdbcClient.create(jdbc)
                .sql("select distinct RUN_ID from RULE_BATCH_FILE where OUTPUT_ID = :output")
                .param("output", outputId)
                .query(String.class)
                .list();
    }

    /** Copies a file to this machine. */
    public void fetch(String name, Path to) throws IOException {
        if (!has(name)) {
            throw new FileNotFoundException(name + " of run " + runId + " is not in the repository");
        }
        AtomicFile.writeDurably(to, out -> copy(name, out));
    }

    private void copy(String name, OutputStream out) throws IOException {
        for (int piece = 0; ; piece++) {
            Optional<byte[]> content = named("select CONTENT" + NAMED + " and PIECE = :piece", name)
                    .param("piece", piece)
                    .query((row, n) -> row.getBytes("CONTENT"))
                    .optional();
            if (content.isEmpty()) {
                return;
            }
            out.write(content.get());
        }
    }

    /** Takes a file of this machine, which is here once the caller's transaction is. */
    public void put(String name, Path from) throws IOException {
        remove(name);
        try (InputStream in = Files.newInputStream(from)) {
            int number = 0;
            byte[] piece = in.readNBytes(PIECE);
            do {
                named("insert into RULE_BATCH_FILE values (:output, :run, :name, :piece, :content)", name)
                        .param("piece", number++)
                        .param("content", piece)
                        .update();
                piece = in.readNBytes(PIECE);
            } while (piece.length > 0);
        }
    }

    public boolean has(String name) {
        return named("select exists (select 1" + NAMED + ")", name)
                .query(Boolean.class)
                .single();
    }

    /** The records of services that are here. */
    List<String> records() {
        return ofRun("select NAME" + THIS + " and PIECE = 0 and NAME like 'records/%'")
                .query(String.class)
                .list();
    }

    void remove(String name) {
        named("delete" + NAMED, name).update();
    }

    void removeAll() {
        ofRun("delete" + THIS).update();
    }

    private JdbcClient.StatementSpec ofRun(String statement) {
        return jdbc.sql(statement).param("output", outputId).param("run", runId);
    }

    private JdbcClient.StatementSpec named(String statement, String name) {
        return ofRun(statement).param("name", name);
    }
}
