package org.rulebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.cli.print.ExitCode;

/** Ensures that a dry run says what a model would be sent and cost, needs no key, and starts nothing. */
final class DryRunTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeRules() throws IOException {
        rule("s3", "aws.s3.bucket.versioning_enabled");
        rule("s3", "aws.s3.bucket.mfa_delete_enabled");
        rule("kms", "aws.kms.key.rotation_enabled");
    }

    @Test
    void saysTokensAndCostByServiceAndInAll() {
        int code = run("--generator=openai", "--llm.model=gpt-4.1-mini");

        assertThat(code).isZero();
        assertThat(out.toString().lines().map(line -> line.replaceAll(" +", " ")))
                .anyMatch(line -> line.matches("kms 1 1 \\d{4} 0\\.00\\d{2}"))
                .anyMatch(line -> line.matches("s3 2 2 \\d{4} 0\\.00\\d{2}"))
                .anyMatch(line -> line.matches("total 3 3 \\d{4} 0\\.00\\d{2}"))
                .anyMatch(line -> line.matches("tokens a prompt: \\d+ on average, p50 \\d+, p90 \\d+, most \\d+"))
                .anyMatch(line -> line.matches("cost: \\$0\\.00\\d{2} with gpt-4\\.1-mini; .*"))
                .anyMatch(line -> line.equals("Nothing was sent."));
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void takesPricesOfTheJobsFolder() throws IOException {
        Files.writeString(folder.resolve("prices.yaml"), "models:\n  ours: {prompt: 1000000, reply: 0}\n");

        run("--generator=openai", "--llm.model=ours");

        assertThat(out.toString()).containsPattern("total +3 +3 +(\\d+) +\\1\\.0000");
    }

    @Test
    void saysThatAPriceIsNotKnown() {
        run("--generator=openai", "--llm.model=llama3.3");

        assertThat(out.toString()).contains("cost: what llama3.3 costs is not known");
    }

    @Test
    void asksForAGeneratorThatCostsSomething() {
        assertThat(run("--generator=embedded")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--dry-run says what a model would cost");
    }

    private int run(String... options) {
        String[] all = new String[options.length + 5];
        all[0] = "--job=generateRules";
        all[1] = "--dry-run";
        all[2] = "--rules-dir=" + folder.resolve("services");
        all[3] = "--jobs-dir=" + folder;
        all[4] = "--output-dir=" + folder.resolve("out");
        System.arraycopy(options, 0, all, 5, options.length);
        return new CommandLineApp(new PrintWriter(out, true), new PrintWriter(err, true)).run(all);
    }

    private void rule(String service, String id) throws IOException {
        Path metadata = Files.createDirectories(
                folder.resolve("services").resolve(service).resolve("metadata"));
        Files.writeString(metadata.resolve(id + ".yaml"), "rule_id: " + id + "\nservice: " + service + "\n");
    }
}
