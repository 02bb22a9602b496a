package org.rulebatch.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.batch.remote.PipelineFactory;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.knowledge.KnowledgeHash;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.store.InputException;

/** Ensures that knowledge identifies a run, and that a run does not go on with other knowledge. */
final class OwnKnowledgeTest {

    private static final String FILE = "resource: s3.bucket\n";
    private static final String WITH_REMARK = "# ours\n" + FILE;

    @TempDir
    private Path jobs;

    private final Catalog catalog = Catalog.bundled();

    @Test
    void hasTheSameHashForTheSameFiles() throws IOException {
        String bundled = hash();

        assertThat(hash()).isEqualTo(bundled).matches("[0-9a-f]{64}");
        Files.createDirectories(jobs.resolve("knowledge"));
        assertThat(hash()).isEqualTo(bundled);
    }

    @Test
    void hasAnotherHashForOtherFiles() throws IOException {
        String bundled = hash();
        write(FILE);
        String own = hash();
        write(WITH_REMARK);

        assertThat(own).isNotEqualTo(bundled);
        assertThat(hash()).isNotEqualTo(own).isNotEqualTo(bundled);
    }

    @Test
    void refusesToGoOnWithOtherKnowledge() {
        Pipelines pipelines = new Pipelines(
                new ServiceNames(catalog), OwnKnowledge.in(jobs, catalog), new ModelOptions(), line -> {});
        Map<String, String> same = Map.of(PipelineFactory.GENERATOR, "embedded", Pipelines.KNOWLEDGE, hash());
        Map<String, String> other = Map.of(PipelineFactory.GENERATOR, "embedded", Pipelines.KNOWLEDGE, "0");

        assertThat(pipelines.create(same)).isNotNull();
        assertThatThrownBy(() -> pipelines.create(other))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--jobs-dir");
    }

    private String hash() {
        return KnowledgeHash.of(jobs.resolve("knowledge"), catalog);
    }

    private void write(String text) throws IOException {
        Files.writeString(Files.createDirectories(jobs.resolve("knowledge")).resolve("own.yaml"), text);
    }
}
