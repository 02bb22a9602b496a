package org.rulebatch.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.catalog.Catalog;

/** Ensures that people's own files win over the bundled ones, and that the run can say so. */
final class ExtensionTest {

    private static final String FACT =
            """
            resource: s3.bucket
            names: [folder of ours]
            list: {operation: list_buckets, items: 'Buckets[]', id: Name}
            reads:
            - read: get_bucket_versioning
              facts:
              - %s: item.%s == "%s"
            """;

    @TempDir
    Path folder;

    @Test
    void replacesTheSameFactAndAddsNewOnes() throws IOException {
        Knowledge bundled = Knowledge.bundled();
        long before = versioning(bundled).size();
        write("a.yaml", FACT.formatted("versioning", "Status", "Suspended"));
        write("b.yaml", FACT.formatted("mfa", "MFADelete", "Disabled"));

        Knowledge extended = bundled.with(folder, Catalog.bundled());

        assertThat(versioning(extended)).hasSize((int) before);
        assertThat(versioning(extended).get(0).main().complies().value()).isEqualTo("Suspended");
        assertThat(bucket(extended).names())
                .contains("folder of ours", bucket(bundled).names().get(0));
        assertThat(bucket(extended).facts())
                .anyMatch(fact -> "Disabled".equals(fact.main().complies().value()));
        assertThat(extended.replaced())
                .extracting(Replacement::what)
                .contains("the fact versioning s3.get_bucket_versioning Status");
        assertThat(bundled.replaced()).isEmpty();
    }

    @Test
    void addsNothingWhereThereIsNoFolder() {
        Knowledge extended = Knowledge.bundled().with(folder.resolve("none"), Catalog.bundled());

        assertThat(extended.replaced()).isEmpty();
        assertThat(extended.resources("s3")).isNotEmpty();
    }

    @Test
    void refusesFilesThatAreWrongAndSaysWhere() throws IOException {
        write("a.yaml", FACT.formatted("versioning", "Statuss", "Enabled"));
        write("b.yaml", "resource: [");

        assertThatThrownBy(() -> Knowledge.bundled().with(folder, Catalog.bundled()))
                .isInstanceOf(KnowledgeException.class)
                .hasMessageContaining("a.yaml:7: s3.get_bucket_versioning returns no Statuss; did you mean Status?")
                .hasMessageContaining("b.yaml:");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static Resource bucket(Knowledge knowledge) {
        return knowledge.resources("s3").stream()
                .filter(resource -> resource.id().equals("bucket"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Fact> versioning(Knowledge knowledge) {
        return bucket(knowledge).facts().stream()
                .filter(fact ->
                        fact.main().path().equals("Status") && fact.family().equals("versioning"))
                .toList();
    }
}
