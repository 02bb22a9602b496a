package org.rulebatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.store.InputException;
import org.rulebatch.store.OutputFolder;

final class DeploymentTest {

    private static final String RULES =
            """
            version: '1.0'
            provider: aws
            service: s3
            discovery:
            - discovery_id: aws.s3.list_buckets
              calls:
              - action: list_buckets
                save_as: list_buckets_response
                on_error: continue
              emit:
                items_for: '{{ list_buckets_response.Buckets }}'
                as: resource
                item:
                  Name: '{{ resource.Name }}'
            checks:
            - rule_id: aws.s3.bucket.named
              title: TITLE
              severity: medium
              for_each: aws.s3.list_buckets
              conditions:
                var: item.Name
                op: exists
            """;

    @TempDir
    private Path folder;

    private Deployment deployment;

    @BeforeEach
    void open() throws IOException {
        OutputFolder output = new OutputFolder(folder.resolve("out"));
        Files.createDirectories(output.summary().resolve("all_generated_yamls"));
        Files.createDirectories(output.hidden());
        deployment = new Deployment(output, folder.resolve("services"));
    }

    @Test
    void filesComeToTheScannersFoldersAndOldOnesStayUnderANumber() throws IOException {
        // given
        generated("s3", "one");
        deployment.deploy();
        generated("s3", "two");
        deployment.deploy();
        generated("s3", "three");

        // when
        List<Path> written = deployment.deploy();

        // then
        assertThat(written).containsExactly(target("s3.yaml"));
        assertThat(target("s3.yaml")).content().contains("title: three");
        assertThat(target("s3.yaml.1")).content().contains("title: one");
        assertThat(target("s3.yaml.2")).content().contains("title: two");
        assertThat(deployment.deploy()).as("nothing has changed").isEmpty();
        assertThat(target("")).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void aDryRunShowsTheDifferenceAndChangesNothing() throws IOException {
        // given
        generated("s3", "one");
        deployment.deploy();
        generated("s3", "two");

        // when
        List<String> diff = deployment.diff();

        // then
        assertThat(diff).singleElement().asString().contains("-  title: one\n+  title: two\n");
        assertThat(target("s3.yaml")).content().contains("title: one");
        assertThat(target("s3.yaml.1")).doesNotExist();
    }

    @Test
    void oneFileThatIsNotValidKeepsAllBack() throws IOException {
        // given
        generated("ec2", "fine");
        generated("s3", "fine");
        Files.writeString(source("s3"), "version: '1.0'\nunknown_key: 1\n");

        // then
        assertThatThrownBy(deployment::deploy)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Nothing was deployed")
                .hasMessageContaining("s3_generated.yaml:");
        assertThat(folder.resolve("services")).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeWrittenKeepsAllBack() throws IOException {
        // given
        generated("ec2", "fine");
        generated("s3", "fine");
        Files.createDirectories(folder.resolve("services"));
        Files.writeString(folder.resolve("services/s3"), "a file where a folder must be");

        // then
        assertThatThrownBy(deployment::deploy).isInstanceOf(UncheckedIOException.class);
        assertThat(folder.resolve("services/ec2/rules/ec2.yaml")).doesNotExist();
    }

    @Test
    void aDeploymentThatWasKilledIsFinishedByTheNext() throws IOException {
        // given: killed after the journal was written
        Path staged = folder.resolve("services/ec2/rules/.ec2.yaml.new");
        Files.createDirectories(staged.getParent());
        Files.writeString(staged, "complete");
        Path target = folder.resolve("services/ec2/rules/ec2.yaml");
        new Journal(folder.resolve("out/.rule-batch/deployment.json")).write(List.of(new Move(staged, target, null)));
        generated("s3", "one");

        // when
        deployment.deploy();

        // then
        assertThat(target).hasContent("complete");
        assertThat(staged).doesNotExist();
        assertThat(target("s3.yaml")).exists();
    }

    @Test
    void theBackupOfADeploymentThatWasKilledIsMadeAnew() throws IOException {
        // given: killed while it wrote the backup
        Path rules = Files.createDirectories(folder.resolve("services/s3/rules"));
        Files.writeString(rules.resolve("s3.yaml"), "old");
        Files.writeString(rules.resolve("s3.yaml.1"), "ol");
        Files.writeString(rules.resolve(".s3.yaml.new"), "new");
        generated("s3", "newer");
        new Journal(folder.resolve("out/.rule-batch/deployment.json"))
                .write(List.of(new Move(target(".s3.yaml.new"), target("s3.yaml"), target("s3.yaml.1"))));

        // when
        deployment.deploy();

        // then
        assertThat(target("s3.yaml.1")).hasContent("old");
        assertThat(target("s3.yaml.2")).hasContent("new");
        assertThat(target("s3.yaml")).content().contains("newer");
    }

    @Test
    void withoutASummaryThereIsNothingToDeploy() {
        OutputFolder empty = new OutputFolder(folder.resolve("empty"));
        assertThatThrownBy(() -> new Deployment(empty, folder).diff())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Run --job=generateRules first");
    }

    private void generated(String service, String title) throws IOException {
        Files.writeString(source(service), RULES.replace("TITLE", title));
    }

    private Path source(String service) {
        return folder.resolve("out/summary/all_generated_yamls").resolve(service + "_generated.yaml");
    }

    private Path target(String file) {
        return folder.resolve("services/s3/rules").resolve(file);
    }
}
