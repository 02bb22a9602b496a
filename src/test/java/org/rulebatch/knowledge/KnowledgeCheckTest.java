package org.rulebatch.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.requirement.Finding;
import org.rulebatch.yaml.YamlDocument;
import org.rulebatch.yaml.YamlSchema;

/** Ensures that wrong knowledge is found at its line, and that the bundled files hold none. */
final class KnowledgeCheckTest {

    private static final Catalog CATALOG = Catalog.bundled();
    private static final Knowledge KNOWLEDGE = Knowledge.bundled();
    private static final KnowledgeCheck CHECK = new KnowledgeCheck(
            CATALOG, KNOWLEDGE.families().stream().map(Family::id).toList());

    @Test
    void findsWhatTheCatalogDoesNotKnow() throws IOException {
        assertThat(found("wrong.yaml"))
                .containsExactlyInAnyOrder(
                        "4 field.unknown did you mean Buckets[].Name?",
                        "10 family.unknown did you mean versioning?",
                        "10 value.corrected ",
                        "13 operation.not_read use a describe, get or list",
                        "16 field.unknown did you mean PublicAccessBlockConfiguration.BlockPublicAcls?",
                        "17 operator.type choose an operator for a boolean",
                        "20 parameter.unknown did you mean Bucket?",
                        "20 field.unknown did you mean Rules[].Prefix?",
                        "23 field.unknown did you mean Buckets[].Name?",
                        "27 fact.duplicate join the words of the two");
    }

    @Test
    void findsWhatIsNotOfTheForm() throws IOException {
        assertThat(found("form.yaml"))
                .containsExactlyInAnyOrder(
                        "8 yaml.schema see docs/knowledge.md",
                        "10 yaml.schema see docs/knowledge.md",
                        "12 yaml.schema see docs/knowledge.md",
                        "12 yaml.schema see docs/knowledge.md");
    }

    @Test
    void findsWhatAnExpressionLeavesOpen() throws IOException {
        assertThat(messages("expressions.yaml"))
                .containsExactlyInAnyOrder(
                        "6 BackupRetentionPeriod may be absent, and then there is nothing to compare: write"
                                + " has(….BackupRetentionPeriod) && before it, or !has(….BackupRetentionPeriod) || where an"
                                + " absent one is fine",
                        "8 params.day has no value in parameters; did you mean days?",
                        "10 a rule states no 'nights'; it states days, hours, minutes, seconds, count, bytes, percent, port,"
                                + " tls_version, version, length, names",
                        "12 the expression does not use params.days",
                        "14 all(…) also holds where there are no elements: write size(…) > 0 && before it",
                        "15 no variable 'itm'; did you mean item?",
                        "16 1:25 '=' cannot stand here.",
                        "17 this is more than comparisons of fields with values: name the telling field with path, and it is"
                                + " taken as a whole check",
                        "18 what complies with word is a text in the check language; did you mean 'words' instead of 'word'?",
                        "20 a fact has one control family, not encryption_at_rest and wrds; did you mean 'words' instead of"
                                + " 'wrds'?",
                        "22 a fact begins with its control family and what complies, 'encryption_at_rest: item.Encrypted'");
    }

    @Test
    void namesEachFileInTheListOfFiles() throws IOException {
        Path folder = Path.of("src/main/resources/knowledge");
        try (Stream<Path> files = Files.walk(folder, 2)) {
            assertThat(files.filter(file -> folder.relativize(file).getNameCount() == 2)
                            .map(file -> folder.relativize(file).toString()))
                    .containsExactlyInAnyOrderElementsOf(CATALOG.clients().stream()
                            .flatMap(client -> KnowledgeFiles.of(client).stream())
                            .toList());
        }
    }

    @Test
    void findsEachResourceInTheFileOfItsName() {
        assertThat(CATALOG.clients().stream().flatMap(client -> KnowledgeFiles.of(client).stream()))
                .allSatisfy(file -> assertThat(
                                KnowledgeFiles.bundled(file)
                                                .root()
                                                .path("resource")
                                                .asString()
                                                .replace('.', '/') + ".yaml")
                        .isEqualTo(file));
    }

    @Test
    void findsTheKindsOfFactsThatReviewsHaveFoundWrong() throws IOException {
        assertThat(found("meaning.yaml"))
                .containsExactlyInAnyOrder(
                        "9 presence.always mark the fact as near, and say so in a note",
                        "10 presence.always mark the fact as near, and say so in a note",
                        "13 also.weaker leave this place out",
                        "14 absent.contradicts say which of the two",
                        "19 time.direction a negative number of days lies ahead",
                        "26 parameter.unit params.seconds",
                        "30 state.missed name it as well",
                        "33 quantifier.double_negation say it of every element",
                        "37 errors.switched_off write has(…) && before it",
                        "40 condition.always has(…) and near, or name fewer",
                        "43 port.all_traffic add the same for the protocol -1, with &&");
    }

    @Test
    void findsNothingWrongInTheBundledFiles() {
        List<Finding> findings = CATALOG.clients().stream()
                .flatMap(client -> KnowledgeFiles.of(client).stream())
                .flatMap(file -> CHECK.check(KnowledgeFiles.bundled(file)).stream())
                .toList();

        assertThat(findings).isEmpty();
    }

    @Test
    void hasFamiliesServicesAndLookalikesOfThePublishedForm() {
        assertThat(YamlSchema.bundled("families.schema.json").check(KnowledgeFiles.bundled("families.yaml")))
                .isEmpty();
        assertThat(YamlSchema.bundled("services.schema.json").check(KnowledgeFiles.bundled("services.yaml")))
                .isEmpty();
        assertThat(YamlSchema.bundled("lookalikes.schema.json").check(KnowledgeFiles.bundled("lookalikes.yaml")))
                .isEmpty();
    }

    @Test
    void namesOnlyClientsThatTheCatalogHas() {
        TreeSet<String> unknown = new TreeSet<>();
        KnowledgeFiles.bundled("services.yaml").root().path("services").forEach(service -> service.path("clients")
                .forEach(client -> unknown.add(client.asString())));
        unknown.removeAll(CATALOG.clients());

        assertThat(unknown).isEmpty();
    }

    private static List<String> messages(String file) throws IOException {
        return findings(file).stream()
                .map(finding -> finding.place().substring(file.length() + 1) + " "
                        + finding.message().lines().findFirst().orElse(""))
                .toList();
    }

    private static List<String> found(String file) throws IOException {
        return findings(file).stream()
                .map(finding ->
                        finding.place().substring(file.length() + 1) + " " + finding.id() + " " + finding.hint())
                .toList();
    }

    private static List<Finding> findings(String file) throws IOException {
        try (InputStream in = KnowledgeCheckTest.class.getResourceAsStream("/knowledge-check/" + file)) {
            YamlDocument document = YamlDocument.read(file, Objects.requireNonNull(in, file));
            return CHECK.check(document);
        }
    }
}
