package org.rulebatch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.metadata.InvalidRule;
import org.rulebatch.metadata.RuleFolder;
import org.rulebatch.metadata.RuleMetadata;

final class FreezerTest {

    private static final ServiceNames NAMES = new ServiceNames(Catalog.bundled());
    private static final Map<String, String> OPTIONS = Map.of("generator", "embedded");

    @TempDir
    private Path folder;

    @Test
    void whatIsEditedLaterDoesNotReachTheRun() throws IOException {
        // given
        rule("s3", "aws.s3.bucket.a", "before");
        RunFolder run = run("1");
        freeze(run);

        // when
        rule("s3", "aws.s3.bucket.a", "after");

        // then
        assertThat(new FrozenRules(run).of("s3"))
                .singleElement()
                .extracting(RuleMetadata::title)
                .isEqualTo("before");
    }

    @Test
    void theSameInputHasTheSameHashAndAnotherInputAnother() throws IOException {
        // given
        rule("s3", "aws.s3.bucket.a", "t");
        String hash = freeze(run("1")).hash();

        // then
        assertThat(freeze(run("2")).hash()).isEqualTo(hash);
        assertThat(freezer().freeze(whole(), 3, OPTIONS, run("3")).hash())
                .as("batch size")
                .isNotEqualTo(hash);
        assertThat(freezer()
                        .freeze(whole(), 5, Map.of("generator", "other"), run("4"))
                        .hash())
                .as("options")
                .isNotEqualTo(hash);

        // when
        rule("s3", "aws.s3.bucket.a", "changed");

        // then
        assertThat(freeze(run("5")).hash()).as("a rule").isNotEqualTo(hash);
    }

    @Test
    void theManifestIsReadBackAsItWas() throws IOException {
        // given
        rule("s3", "aws.s3.bucket.a", "t");
        write("s3/metadata/bad.yaml", "title: x\n");
        RunFolder run = run("1");

        // when
        Manifest written = freeze(run);

        // then
        assertThat(Freezer.read(run)).isEqualTo(written);
    }

    @Test
    void everyRuleIsCountedUsableOrNot() throws IOException {
        // given
        rule("s3", "aws.s3.bucket.a", "t");
        write("s3/metadata/bad.yaml", "title: x\n");
        rule("redshfit", "aws.redshfit.cluster.a", "t");
        write("NoService/metadata/r.yaml", "rule_id: a.b\n");

        // when
        Manifest manifest = freeze(run("1"));

        // then
        assertThat(manifest.totalRules()).isEqualTo(4);
        assertThat(manifest.usableRules()).isEqualTo(1);
        assertThat(manifest.invalid()).extracting(InvalidRule::service).containsExactly("redshfit", "s3", "NoService");
        assertThat(manifest.invalid().get(0).reason()).contains("did you mean 'redshift'?");
        assertThat(manifest.batches()).singleElement().satisfies(batch -> {
            assertThat(batch.serviceNames()).containsExactly("redshfit", "s3");
            assertThat(batch.totalRules()).isEqualTo(3);
        });
    }

    @Test
    void aNamedServiceThatIsNotThereIsSuggestedAnother() throws IOException {
        rule("cloudtrail", "aws.cloudtrail.trail.a", "t");
        Selection selection = new Selection(new RuleFolder(rules()), List.of("cloudtrial"), "--services");
        assertThatThrownBy(() -> freezer().freeze(selection, 5, OPTIONS, run("1")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--services: the service 'cloudtrial' has no folder in")
                .hasMessageContaining("did you mean 'cloudtrail'?");
    }

    @Test
    void aNamedServiceWithoutRulesIsAnErrorAndAnUnnamedOneIsLeftOut() throws IOException {
        // given
        rule("s3", "aws.s3.bucket.a", "t");
        Files.createDirectories(rules().resolve("ec2"));

        // then
        assertThat(freeze(run("1")).services())
                .extracting(Manifest.ServiceEntry::name)
                .containsExactly("s3");
        Selection named = new Selection(new RuleFolder(rules()), List.of("ec2"), "list.txt");
        assertThatThrownBy(() -> freezer().freeze(named, 5, OPTIONS, run("2")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("list.txt: the service 'ec2' has no rule")
                .hasMessageContaining("metadata holds no .yaml file");
    }

    @Test
    void aFolderWithoutAUsableRuleIsNothingToDo() throws IOException {
        write("s3/metadata/bad.yaml", "a: 1\na: 2\n");
        assertThatThrownBy(() -> freeze(run("1")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Nothing to do")
                .hasMessageContaining("bad.yaml:2: the key 'a'");
    }

    @Test
    void aMissingFolderIsNamedWithTheOptionThatChangesIt() {
        assertThatThrownBy(() -> freeze(run("1")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(rules().toString())
                .hasMessageContaining("--rules-dir=<folder>");
    }

    private Manifest freeze(RunFolder run) {
        return freezer().freeze(whole(), 5, OPTIONS, run);
    }

    private static Freezer freezer() {
        return new Freezer(NAMES, OffsetDateTime.parse("2026-01-02T03:04:05Z"));
    }

    private Selection whole() {
        return new Selection(new RuleFolder(rules()), List.of(), "");
    }

    private RunFolder run(String id) {
        return new OutputFolder(folder.resolve("out")).run(id);
    }

    private Path rules() {
        return folder.resolve("rules");
    }

    private void rule(String service, String id, String title) throws IOException {
        write(service + "/metadata/" + id + ".yaml", "rule_id: " + id + "\ntitle: " + title + "\n");
    }

    private void write(String file, String text) throws IOException {
        Path path = rules().resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
