package org.rulebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rulebatch.batch.accounts.StandInAccounts;
import org.rulebatch.files.Json;
import tools.jackson.databind.JsonNode;

/** Ensures that one scan looks at many accounts and regions, and that an account nobody can look at is never a success. */
final class AccountsScanTest {

    private static final List<String> IDS = StandInAccounts.ids(4);

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private StandInAccounts aws;

    @BeforeEach
    void start() {
        System.setProperty("aws.accessKeyId", "AKIDOWN");
        System.setProperty("aws.secretAccessKey", "test");
        aws = new StandInAccounts(IDS);
    }

    @AfterEach
    void stop() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        aws.close();
    }

    @Test
    void eachAccountIsReadInEachRegionByItsOwnRole() throws IOException {
        int code = scan("--accounts=" + String.join(",", IDS), "--regions=us-east-1,eu-west-1", "--format=json");

        // then: two of four have a user called admin, and no trail is validated
        assertThat(code).as(err.toString()).isEqualTo(1);
        JsonNode verdicts = Json.COMPACT.readTree(out.toString());
        assertThat(lines(verdicts, "100000000002"))
                .containsExactly(
                        "aws.cloudtrail.account.trail PASS global",
                        "aws.iam.user.named FAIL global",
                        "aws.cloudtrail.trail.validated FAIL us-east-1");
        assertThat(verdicts.get(4).path("evidence").get(0).path("value").asString())
                .isEqualTo("admin");
        assertThat(aws.calls()).filteredOn(call -> call.contains("AssumeRole")).hasSize(4);
        assertThat(aws.calls()).filteredOn(call -> call.contains("ListUsers")).hasSize(4);
        assertThat(folder.resolve("results")).isDirectoryContaining("glob:**/verdicts.{json,csv,sarif,ocsf.json}");
        assertThat(Files.readString(folder.resolve("results/verdicts.csv"))).contains(",100000000004,");
        assertThat(Files.readString(folder.resolve("results/verdicts.sarif")))
                .contains("aws://100000000004/us-east-1/");
        assertThat(Files.readString(folder.resolve("results/verdicts.ocsf.json")))
                .contains("\"uid\": \"100000000004\"");
    }

    @Test
    void anAccountThatCannotBeReachedIsUnknownStopsNoOtherAndIsLookedAtAgain() {
        // given
        aws.refuse("100000000003");

        // when
        int code = scan("--accounts=" + String.join(",", IDS), "--regions=us-east-1");

        // then
        assertThat(code).isEqualTo(5);
        assertThat(err.toString())
                .contains("1 of 4 accounts could not be looked at")
                .contains("100000000003: the role arn:aws:iam::100000000003:role/Audit cannot be assumed: AccessDenied")
                .contains("--resume");
        assertThat(verdicts("100000000003"))
                .containsExactly(
                        "aws.cloudtrail.account.trail UNKNOWN global",
                        "aws.iam.user.named UNKNOWN global",
                        "aws.cloudtrail.trail.validated UNKNOWN us-east-1");
        assertThat(verdicts("100000000004")).contains("aws.iam.user.named FAIL global");

        // when
        aws.admitAll();
        aws.forget();
        int again = scan("--accounts=" + String.join(",", IDS), "--regions=us-east-1", "--resume");

        // then
        assertThat(again).as(err.toString()).isEqualTo(1);
        assertThat(aws.calls())
                .filteredOn(call -> !call.contains("GetCallerIdentity"))
                .allMatch(call -> call.startsWith("100000000003"));
        assertThat(verdicts("100000000003")).contains("aws.iam.user.named PASS global");
    }

    @Test
    void theOrganizationIsAskedForItsAccountsAndEachOfThemForItsRegions() {
        int code = scan("--accounts=organization", "--regions=all", "--fail-on=critical");

        assertThat(code).as(err.toString()).isZero();
        assertThat(aws.calls())
                .contains("100000000001 eu-south-2 cloudtrail.DescribeTrails")
                .doesNotContain("100000000002 eu-south-2 cloudtrail.DescribeTrails")
                .noneMatch(call -> call.startsWith("222222222222"));
        assertThat(out.toString()).contains("100000000001").contains("aws.iam.user.named: 2 in 2 accounts");
    }

    @Test
    void theAccountOfTheCredentialsIsReadWithThese() {
        aws.refuse(StandInAccounts.OWN);

        int code = scan("--accounts=" + StandInAccounts.OWN, "--regions=us-east-1", "--fail-on=critical");

        assertThat(code).as(err.toString()).isZero();
        assertThat(aws.calls()).noneMatch(call -> call.contains("AssumeRole"));
    }

    @Test
    void whereNoRegionsCanBeReadTheAccountIsUnknown() {
        aws.refuse("100000000001");

        int code = scan("--accounts=100000000001,100000000002", "--regions=all");

        assertThat(code).isEqualTo(5);
        assertThat(verdicts("100000000001")).hasSize(3).allMatch(line -> line.contains("UNKNOWN"));
        aws.admitAll();
        assertThat(scan("--accounts=100000000001,100000000002", "--regions=all", "--resume"))
                .isEqualTo(1);
        assertThat(verdicts("100000000001")).noneMatch(line -> line.contains("UNKNOWN"));
    }

    @Test
    void anUnfinishedScanIsNotReplacedUnasked() {
        aws.refuse("100000000003");
        scan("--accounts=organization", "--regions=us-east-1");

        assertThat(scan("--accounts=organization", "--regions=us-east-1")).isEqualTo(2);
        assertThat(err.toString()).contains("Go on with it by --resume, or start a new one with --fresh");
        assertThat(scan("--accounts=100000000001", "--regions=us-east-1", "--resume"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("had other accounts, regions, rules or options");
        aws.admitAll();
        assertThat(scan("--accounts=organization", "--regions=us-east-1", "--fresh"))
                .isEqualTo(1);
        assertThat(scan("--accounts=organization", "--regions=us-east-1")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--accounts=12                | is not the id of an account",
                "--accounts=no-such-file      | the file no-such-file cannot be read (no-such-file does not exist)",
                "--accounts=111122223333 --resume --fresh | give one of them",
                "--regions=us-east-1 --resume | name these with --accounts"
            })
    void whatCannotBeMeantIsSaid(String options, String said) {
        assertThat(scan(options.strip().split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains(said);
        assertThat(folder.resolve("results")).doesNotExist();
    }

    private List<String> verdicts(String account) {
        try {
            return lines(Json.COMPACT.readTree(Files.readString(folder.resolve("results/verdicts.json"))), account);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> lines(JsonNode verdicts, String account) {
        List<String> lines = new ArrayList<>();
        verdicts.forEach(verdict -> {
            if (verdict.path("account").asString().equals(account)) {
                lines.add(verdict.path("rule_id").asString() + " "
                        + verdict.path("status").asString() + " "
                        + verdict.path("region").asString());
            }
        });
        return lines;
    }

    private int scan(String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "scan",
                "--rules=src/test/resources/accounts",
                "--role-name=Audit",
                "--results-dir=" + folder.resolve("results"),
                "--aws.max-attempts=1",
                "--jobs-dir=" + folder,
                "--aws.endpoint-url=" + aws.endpoint()));
        arguments.addAll(List.of(options));
        return new CommandLineApp(new PrintWriter(out, true), new PrintWriter(err, true))
                .run(arguments.toArray(String[]::new));
    }
}
