package org.rulebatch.catalog.compile;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.CatalogException;
import org.rulebatch.catalog.Field;
import org.rulebatch.catalog.Fixtures;
import org.rulebatch.catalog.Operation;

/** Ensures that models become facts: no prose, only what reads need, the same bytes each time. */
final class CatalogCompilerTest {

    @TempDir
    private Path folder;

    private final CatalogCompiler compiler = new CatalogCompiler();

    @Test
    void compilesTheNewestModelOfAService() throws IOException {
        CompileReport report = compiler.compile(Fixtures.zooModels(), folder);

        String compiled = Fixtures.unzipped(Files.newInputStream(folder.resolve("zoo.json.gz")));
        assertThat(List.of(compiled)).isEqualTo(Fixtures.lines("zoo-compiled.json"));
        String endpoints = Fixtures.unzipped(Files.newInputStream(folder.resolve("endpoints/zoo.json.gz")));
        assertThat(endpoints).contains("zoo.{Region}.example").doesNotContain("Prose");
        assertThat(report.version()).isEqualTo("botocore 9.9.9");
        assertThat(report)
                .extracting(CompileReport::services, CompileReport::operations, CompileReport::reads)
                .containsExactly(1, 4, 3);
    }

    @Test
    void writesTheSameBytesAgain() throws IOException {
        compiler.compile(Fixtures.zooModels(), folder.resolve("first"));
        compiler.compile(Fixtures.zooModels(), folder.resolve("second"));

        for (String file : List.of("index.json", "zoo.json.gz", "endpoints/zoo.json.gz")) {
            assertThat(folder.resolve("second").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("first").resolve(file));
        }
    }

    @Test
    void listsEveryPlaceOfAResponse() throws IOException {
        compiler.compile(Fixtures.zooModels(), folder);

        List<String> places = Catalog.in(folder).service("zoo").orElseThrow().reads().stream()
                .flatMap(read -> read.fields().stream().map(field -> line(read, field)))
                .sorted()
                .toList();

        assertThat(places)
                .containsExactlyElementsOf(
                        Fixtures.lines("zoo-fields.txt").stream().sorted().toList());
    }

    @Test
    void keepsModelOrderInAResponse() throws IOException {
        compiler.compile(Fixtures.zooModels(), folder);

        Operation listCages = Catalog.in(folder)
                .service("zoo")
                .orElseThrow()
                .operation("list_cages")
                .orElseThrow();

        String order = listCages.fields().stream().map(Field::path).limit(4).collect(joining(" "));
        assertThat(order).isEqualTo("Cages Cages[].Name Cages[].documentation Cages[].Kind");
        assertThat(listCages.errors()).containsExactly("NoSuchZoo", "PlainException");
        assertThat(listCages.paginator().orElseThrow().nonAggregateKeys()).containsExactly("Zoo");
    }

    @Test
    void removesServicesThatAreNoLongerThere() throws IOException {
        Path gone = Files.writeString(folder.resolve("gone.json.gz"), "");
        Path kept = Files.writeString(folder.resolve("access.yaml"), "");

        compiler.compile(Fixtures.zooModels(), folder);

        assertThat(gone).doesNotExist();
        assertThat(kept).exists();
    }

    @Test
    void refusesAPlaceWithoutModels() {
        assertThatThrownBy(() -> compiler.compile(folder, folder))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("No botocore models in " + folder);
        assertThatThrownBy(() -> compiler.compile(folder.resolve("missing.whl"), folder))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("no such file");
    }

    private static String line(Operation operation, Field field) {
        String flags = (field.enumValues().isEmpty() ? "" : " " + field.enumValues())
                + (field.deprecated() ? " deprecated" : "");
        return operation.name() + " " + field.path() + " " + field.type() + " " + field.shape() + flags;
    }
}
