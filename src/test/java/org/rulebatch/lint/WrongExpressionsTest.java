package org.rulebatch.lint;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rulebatch.catalog.Catalog;

/** Ensures that the documentation shows what is said of ten wrong expressions, with file, line, caret and what to write instead. */
final class WrongExpressionsTest {

    private static final Path RULES = Path.of("src/test/resources/lint/wrong_expressions_generated.yaml");

    @Test
    void theDocumentationShowsWhatIsSaidOfEach() throws IOException {
        CheckedFiles checked = new FileLint(Catalog.bundled(), new JobFileLint(Map.of()), (path, root) -> List.of())
                .check(List.of(RULES));

        assertThat(checked.findings()).hasSize(10);
        String said = checked.findings().stream()
                .map(FindingFormat::line)
                .map(line -> line.replace(RULES.getParent() + "/wrong_expressions", "ec2"))
                .collect(joining("\n"));
        Files.writeString(Path.of("target", "wrong_expressions.txt"), said);
        assertThat(Files.readString(Path.of("docs/check-language.md"))).contains("```\n" + said + "\n```");
    }
}
