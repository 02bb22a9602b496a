package org.rulebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ensures that an example of a real account holds what its verdict depends on, holds as such, and names nothing of the account. */
final class SaveExampleTest {

    private static final String RULE = "aws.vpc.vpc.flow_logs_enabled";

    private static final String RULES =
            """
            version: "2.0"
            provider: aws
            service: vpc
            discovery:
            - discovery_id: aws.ec2.describe_vpcs
              calls:
              - client: ec2
                action: describe_vpcs
                save_as: describe_vpcs_response
                on_error: continue
              emit:
                items_for: "{{ describe_vpcs_response.Vpcs }}"
                as: resource
                item:
                  VpcId: "{{ resource.VpcId }}"
                  OwnerId: "{{ resource.OwnerId }}"
            - discovery_id: aws.ec2.describe_flow_logs
              calls:
              - client: ec2
                action: describe_flow_logs
                save_as: describe_flow_logs_response
                on_error: continue
              emit:
                items_for: "{{ describe_flow_logs_response.FlowLogs }}"
                as: resource
                item:
                  CreationTime: "{{ resource.CreationTime }}"
                  FlowLogStatus: "{{ resource.FlowLogStatus }}"
                  ResourceId: "{{ resource.ResourceId }}"
            checks:
            - rule_id: aws.vpc.vpc.flow_logs_enabled
              title: "VPCs have flow logs"
              severity: medium
              for_each: aws.ec2.describe_vpcs
              with:
                flow_logs: aws.ec2.describe_flow_logs
              complies: 'item.OwnerId == account && flow_logs.exists(f, f.ResourceId == item.VpcId && f.FlowLogStatus == "ACTIVE")'
            """;

    private static final Map<String, String> ANSWERS = Map.of(
            "GetCallerIdentity",
            "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>987654321098</Account>"
                    + "</GetCallerIdentityResult></GetCallerIdentityResponse>",
            "DescribeVpcs",
            "<DescribeVpcsResponse><vpcSet>" + vpc("vpc-0fedcba9876543211", "10.77.0.0/16")
                    + vpc("vpc-0fedcba9876543212", "10.78.0.0/16") + vpc("vpc-0fedcba9876543213", "10.79.0.0/16")
                    + "</vpcSet></DescribeVpcsResponse>",
            "DescribeFlowLogs",
            "<DescribeFlowLogsResponse><flowLogSet>" + flowLog("vpc-0fedcba9876543211", "our-own-bucket")
                    + flowLog("vpc-0fedcba9876543212", "our-second-bucket")
                    + "</flowLogSet></DescribeFlowLogsResponse>");

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", SaveExampleTest::handle);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        Files.writeString(rules(), RULES);
        Files.createDirectories(folder.resolve("jobs"));
    }

    @AfterEach
    void stop() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        server.stop(0);
    }

    @Test
    void holdsOneResourceUnderMadeNamesAndIsHeldByValidate() throws IOException {
        assertThat(scan("vpc-0fedcba9876543212")).as(err.toString()).isEqualTo(1);

        String example = Files.readString(file());
        assertThat(example)
                .contains(
                        "verdict: PASS", "111122223333", "vpc-0a1b2c3d4e5f60001", "arn:aws:s3:::prod-1", "10.1.0.0/16")
                .doesNotContain("987654321098", "0fedcba98765432", "our-own", "our-second", "10.78", "10.77");
        assertThat(example.split("VpcId", -1)).as("one VPC").hasSize(2);
        assertThat(example.split("FlowLogId", -1)).as("one flow log").hasSize(2);
        assertThat(err.toString())
                .contains(
                        "Saved an example that says PASS to " + file(), "1 × account number", "look through the file");
        assertThat(validate()).as(err.toString()).isZero();
    }

    @Test
    void isAddedToWhatIsThereWithItsTimesMoved() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(
                file(),
                """
                now: "2030-01-01T00:00:00Z"
                rules:
                  aws.vpc.vpc.flow_logs_enabled:
                    # nothing is logged
                    - verdict: FAIL
                      answers:
                        ec2.describe_vpcs: {Vpcs: [{VpcId: vpc-1}]}
                """);

        assertThat(scan("vpc-0fedcba9876543211")).isEqualTo(1);
        assertThat(scan("vpc-0fedcba9876543213")).isEqualTo(1);

        assertThat(Files.readString(file()))
                .contains("# nothing is logged", "verdict: PASS", "CreationTime: \"20")
                .doesNotContain("CreationTime: \"2025-06-01")
                .containsSubsequence("verdict: FAIL", "verdict: PASS", "verdict: FAIL");
        assertThat(validate()).as(err.toString()).isZero();
    }

    @Test
    void aResourceThatWasNotFoundIsSaid() throws IOException {
        assertThat(scan("vpc-0fedcba987654321")).isEqualTo(2);
        assertThat(err.toString()).contains("gave no verdict on 'vpc-0fedcba987654321'", "did you mean");
        assertThat(file()).doesNotExist();
    }

    private int scan(String resource) {
        return run(
                "scan",
                "--rules=" + rules(),
                "--regions=us-east-1",
                "--aws.max-attempts=1",
                "--jobs-dir=" + folder.resolve("jobs"),
                "--save-example=" + RULE + "/" + resource,
                "--aws.endpoint-url=http://127.0.0.1:" + server.getAddress().getPort());
    }

    private int validate() {
        return run("validate", folder.resolve("jobs/examples").toString(), rules().toString());
    }

    private int run(String... arguments) {
        return new CommandLineApp(new PrintWriter(err, true), new PrintWriter(err, true)).run(arguments);
    }

    private Path rules() {
        return folder.resolve("vpc_generated.yaml");
    }

    private Path file() {
        return folder.resolve("jobs/examples/" + RULE + ".yaml");
    }

    private static String vpc(String id, String network) {
        return "<item><vpcId>" + id + "</vpcId><ownerId>987654321098</ownerId><cidrBlock>" + network
                + "</cidrBlock></item>";
    }

    private static String flowLog(String vpc, String bucket) {
        return "<item><flowLogId>fl-0fedcba9876543219</flowLogId><creationTime>2025-06-01T00:00:00Z</creationTime>"
                + "<flowLogStatus>ACTIVE</flowLogStatus><resourceId>" + vpc
                + "</resourceId><logDestination>arn:aws:s3:::" + bucket + "</logDestination></item>";
    }

    private static void handle(HttpExchange exchange) throws IOException {
        String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        List<String> answers = new ArrayList<>();
        ANSWERS.forEach((action, answer) -> {
            if (request.contains("Action=" + action + "&")) {
                answers.add(answer);
            }
        });
        byte[] bytes = String.join("", answers).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answers.isEmpty() ? 400 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
