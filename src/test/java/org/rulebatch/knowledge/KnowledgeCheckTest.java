package org.rulebatch.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
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
                        "6 field.unknown did you mean Buckets[].Name?",
                        "10 family.unknown did you mean versioning?",
                        "13 value.corrected ",
                        "15 operation.not_read use a describe, get or list",
                        "20 field.unknown did you mean PublicAccessBlockConfiguration.BlockPublicAcls?",
                        "25 operator.type choose an operator for a boolean",
                        "26 parameter.unknown did you mean Bucket?",
                        "30 field.unknown did you mean Rules[].Prefix?",
                        "33 field.unknown did you mean Buckets[].Name?",
                        "35 quantifier.no_list leave the quantifier out",
                        "40 fact.duplicate join the words of the two",
                        "44 resource.duplicate give it another id");
    }

    @Test
    void findsWhatIsNotOfTheForm() throws IOException {
        assertThat(found("form.yaml"))
                .containsExactlyInAnyOrder(
                        "7 yaml.schema see docs/knowledge.md", "10 yaml.schema see docs/knowledge.md");
    }

    @Test
    void findsTheKindsOfFactsThatReviewsHaveFoundWrong() throws IOException {
        assertThat(found("meaning.yaml"))
                .containsExactlyInAnyOrder(
                        "11 presence.always mark the fact as near, and say so in a note",
                        "15 presence.always mark the fact as near, and say so in a note",
                        "22 also.weaker leave this place out",
                        "27 absent.contradicts say which of the two",
                        "36 time.direction a negative number of days lies ahead",
                        "46 parameter.unit parameter: seconds",
                        "51 state.missed name it as well",
                        "55 quantifier.double_negation say it of every element",
                        "61 errors.switched_off absent: violates",
                        "66 condition.always op: exists and near, or name fewer",
                        "68 port.all_traffic add a reading with the protocol -1 to 'with'");
    }

    @Test
    void findsNothingWrongInTheBundledFiles() {
        List<Finding> findings = CATALOG.clients().stream()
                .filter(client -> KnowledgeFiles.has(client + ".yaml"))
                .flatMap(client -> CHECK.check(KnowledgeFiles.bundled(client + ".yaml")).stream())
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

    private static List<String> found(String file) throws IOException {
        try (InputStream in = KnowledgeCheckTest.class.getResourceAsStream("/knowledge-check/" + file)) {
            YamlDocument document = YamlDocument.read(file, Objects.requireNonNull(in, file));
            return CHECK.check(document).stream()
                    .map(finding ->
                            finding.place().substring(file.length() + 1) + " " + finding.id() + " " + finding.hint())
                    .toList();
        }
    }
}
