package org.rulebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rulebatch.cli.print.ExitCode;

/** What the program says to arguments that cannot be used; nothing is started in any of these. */
final class CommandLineAppTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    --job=generateRulez                          | Unknown job or command 'generateRulez'; did you mean 'generateRules'?
                    --job=xyzzy                                  | Unknown job or command 'xyzzy'.
                    --                                           | No job is named.
                    statsu                                       | Unknown job or command 'statsu'; did you mean 'status'?
                    --job=generateRules --batch-sze=3            | Unknown option '--batch-sze'; did you mean '--batch-size'?
                    --job=generateRules extra                    | Unknown argument 'extra'.
                    --job=generateRules --batch-size=0           | --batch-size must be at least 1, not 0.
                    --job=generateRules --batch-size=many        | Invalid value for option '--batch-size'
                    --job=generateRules --min-validation-rate=101| --min-validation-rate is a percentage
                    --job=generateRules --max-parallel-batches=0 | --max-parallel-batches must be at least 1
                    --job=generateRules --generator=embeded      | Unknown generator 'embeded'; did you mean 'embedded'?
                    --job=generateRules --generator=openai       | OPENAI_API_KEY is not set. Set it, name another server with --llm.base-url
                    review --port=99999                          | --port: 99999 is not a port
                    --job=generateRules --generator=openai --llm.base-url=localhost:1234      | --llm.base-url: write http:// or https://
                    --job=generateRules --generator=openai --llm.base-url=http://me:pw@host/v1 | no user, password or parameters in it
                    --job=generateRules --generator=openai --llm.base-url=http://h/v1 --llm.model=ours --max-cost=5 | --max-cost: what ours costs is not known; state it with --llm.price
                    --job=generateRules --generator=openai --llm.base-url=http://h/v1 --llm.price=cheap | --llm.price: 'cheap' is not a price
                    --job=generateRules --generator=openai --llm.base-url=http://h/v1 --llm.in-flight=0 | --llm.in-flight must be at least 1, not 0.
                    cache                                        | cache what? stats or purge.
                    cache purge --older-than=x                   | --older-than: 'x' is not an age
                    --job=generateRules --generator=replies      | --generator=replies needs --replies=<file>.
                    --job=generateRules --generator=replies --replies=no.json | no.json: there is no such file.
                    --job=generateRules --replies=pom.xml        | --replies goes with --generator=replies, not with embedded.
                    --job=generateRules --generator=replies --replies=pom.xml | pom.xml:1: this is no JSON
                    --job=generateRules --services=../x          | '../x' cannot be a service's name
                    --job=generateRules --services-file=no.txt   | no.txt: the list of services cannot be read
                    --job=generateRules --restart=abc            | A run is named by its id or by 'last', not by 'abc'
                    --job=generateRules --restart=1 --fresh      | --fresh starts a run; --restart and --batches resume one
                    --job=generateRules --batches=0              | --batches: '0' is not a batch number
                    --job=generateRules --job=buildCatalog       | --job
                    --job=buildCatalog                           | Missing required option: '--from=
                    --job=buildCatalog --from=nowhere.whl        | --from: there is no nowhere.whl.
                    --job=deployRules                            | Missing required option: '--services-dir=
                    restart                                      | Missing required parameter: '<id
                    purge --older-than=30x                       | --older-than: '30x' is not an age; write 30d, 12h or 90m.
                    review --port=99999                          | --port: 99999 is not a port; give one from 1024 to 65535
                    review --port=-1                             | --port: -1 is not a port
                    status last                                  | There is no run in
                    """)
    void badUsageIsExplainedWithExitCode2(String arguments, String message) {
        // given
        List<String> all = new ArrayList<>();
        for (String argument : arguments.split(" ")) {
            if (!argument.equals("--")) {
                all.add(argument);
            }
        }
        if (arguments.contains("generateRules ") || arguments.startsWith("status l")) {
            all.add("--output-dir=" + folder.resolve("out"));
        }

        // when
        int code = run(all.toArray(String[]::new));

        // then
        assertThat(err.toString()).contains(message);
        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(out.toString()).isEmpty();
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void helpNamesEveryOptionAndCommand() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("generateRules", "deployRules", "restart", "status", "Exit codes: 0 success");
        assertThat(run("--job=generateRules", "--help")).isZero();
        assertThat(out.toString())
                .contains("--rules-dir", "--services-file", "--services", "--batch-size", "--max-parallel-batches")
                .contains("--output-dir", "--generator", "--min-validation-rate", "--restart", "--fresh");
    }

    @Test
    void theVersionNamesTheCatalogs() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).contains("rule-batch").contains("catalog botocore 1.");
    }

    @Test
    void anUnknownKeyOfAJobFileIsNamedWithItsLine() throws IOException {
        // given
        Path file = jobFile("# defaults\nbatch-size: 3\nbatch-sizes: 4\n");

        // when
        int code = run("--job=generateRules", "--jobs-dir=" + folder);

        // then
        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .contains(file + ":3: 'batch-sizes' is not an option of generateRules; did you mean 'batch-size'?");
    }

    @Test
    void aJobFileThatIsNoYamlIsNamedWithItsLine() throws IOException {
        jobFile("batch-size: 3\nbatch-size: 4\n");
        assertThat(run("--job=generateRules", "--jobs-dir=" + folder)).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("generateRules.yaml:2: the key 'batch-size' stands here a second time");
    }

    @Test
    void theCommandLineComesBeforeTheJobFile() throws IOException {
        // given
        jobFile("batch-size: 0\n");

        // then
        run("--job=generateRules", "--jobs-dir=" + folder);
        assertThat(err.toString()).contains("--batch-size must be at least 1, not 0.");
        run("--job=generateRules", "--jobs-dir=" + folder, "--batch-size=-7");
        assertThat(err.toString()).contains("--batch-size must be at least 1, not -7.");
    }

    @Test
    void anEmptyListOfServicesIsAnError() throws IOException {
        Files.writeString(folder.resolve("services.txt"), "# nothing\n");
        assertThat(run("--job=generateRules", "--jobs-dir=" + folder)).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("services.txt: lists no service; write one a line");
    }

    private Path jobFile(String text) throws IOException {
        return Files.writeString(folder.resolve("generateRules.yaml"), text);
    }

    private int run(String... arguments) {
        return new CommandLineApp(new PrintWriter(out, true), new PrintWriter(err, true)).run(arguments);
    }
}
