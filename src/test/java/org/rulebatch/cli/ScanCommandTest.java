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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ensures that a scan that found nothing out is never a success, and that it says whose account it looked at. */
final class ScanCommandTest {

    private static final Path RULES = Path.of("src/test/resources/engine/faults_generated.yaml");
    private static final String DENIED =
            "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no\u001b[2J</Message></Error></ErrorResponse>";
    private static final String PAGE = "<html><body>Proxy login</body></html>";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private volatile int status = 200;
    private volatile String users = PAGE;
    private volatile String rest = PAGE;

    @BeforeEach
    void start() throws IOException {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    @AfterEach
    void stop() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"403, denied, access_denied", "200, page, unread_answer", "429, denied, throttled"})
    void aScanOfWhichNoCallWasAnsweredIsNoSuccess(int answered, String body, String kind) {
        status = answered;
        users = body.equals("page") ? PAGE : DENIED.replace("\u001b", "&#x9b;");
        rest = users;

        int code = scan("--format=json");

        assertThat(code).isEqualTo(5);
        assertThat(out.toString()).contains("UNKNOWN").doesNotContain("PASS");
        assertThat(err.toString())
                .contains("Nothing is known about the account: not one call was answered (errors: 2 " + kind)
                .contains("iam.list_users")
                .contains("--print-iam-policy")
                .doesNotContain("\u009b");
    }

    @Test
    void whatIsKnownInPartsIsAsTheOptionsSay() {
        users = "<ListUsersResponse><ListUsersResult><Users/></ListUsersResult></ListUsersResponse>";

        assertThat(scan("--format=table")).isEqualTo(0);
        assertThat(scan("--fail-on-unknown")).isEqualTo(1);
        assertThat(out.toString()).contains("NOT_APPLICABLE  1").contains("UNKNOWN         1");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void proposedChecksAreScannedWhenAskedForAndSaidToBeSuch() throws IOException {
        users = "<ListUsersResponse><ListUsersResult><Users/></ListUsersResult></ListUsersResponse>";
        Files.copy(RULES, folder.resolve("iam_proposed.yaml"));

        assertThat(scan(folder)).isEqualTo(2);
        assertThat(err.toString()).contains("are proposed (2)").contains("add --proposed");
        assertThat(scan(folder, "--services=iam")).isEqualTo(2);
        assertThat(err.toString()).doesNotContain("there are ");
        assertThat(scan(folder, "--proposed", "--format=table")).isZero();
        assertThat(err.toString()).contains("These are proposed checks");
        assertThat(out.toString()).contains("NOT_APPLICABLE  1");
    }

    @Test
    void whereNoCheckIsDecidedItIsNoSuccess() throws IOException {
        users = "<ListUsersResponse><ListUsersResult><Users><member><UserName>ann</UserName></member></Users>"
                + "</ListUsersResult></ListUsersResponse>";

        assertThat(scan()).isEqualTo(5);
        assertThat(err.toString()).contains("not one check could be decided");
    }

    @Test
    void rulesThatCannotBeAskedAreInputThatCannotBeRun() throws IOException {
        Path file = folder.resolve("iam_generated.yaml");
        Files.writeString(
                file,
                Files.readString(RULES)
                        .replace("item.PolicyNames", "item.Policies")
                        .replace("item.SummaryMap", "item.Summary"));

        assertThat(scan(file)).isEqualTo(2);
        assertThat(err.toString()).contains("Nothing was asked").contains("the items have Arn, PolicyNames");
    }

    @Test
    void theAccountIsAskedForOnceAndNamed() {
        users = "<ListUsersResponse><ListUsersResult><Users/></ListUsersResult></ListUsersResponse>";

        scan("--format=table");

        assertThat(out.toString()).contains("account         123456789012").contains("scanned at      20");
        assertThat(requests)
                .filteredOn(each -> each.contains("GetCallerIdentity"))
                .hasSize(1);
    }

    private int scan(String... options) {
        return scan(RULES, options);
    }

    private int scan(Path rules, String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "scan",
                "--rules=" + rules,
                "--regions=us-east-1",
                "--aws.max-attempts=1",
                "--jobs-dir=" + folder,
                "--aws.endpoint-url=http://127.0.0.1:" + server.getAddress().getPort()));
        arguments.addAll(List.of(options));
        return new CommandLineApp(new PrintWriter(out, true), new PrintWriter(err, true))
                .run(arguments.toArray(String[]::new));
    }

    private void handle(HttpExchange exchange) throws IOException {
        String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(request);
        boolean identity = request.contains("Action=GetCallerIdentity");
        String answer = identity ? identity() : request.contains("Action=ListUsers&") ? users : rest;
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(identity ? 200 : status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String identity() {
        return "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>123456789012</Account>"
                + "</GetCallerIdentityResult></GetCallerIdentityResponse>";
    }
}
