package org.rulebatch.engine.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.engine.Engine;
import org.rulebatch.engine.NotConfigured;
import org.rulebatch.engine.RunResult;
import org.rulebatch.engine.Verdict;
import org.rulebatch.engine.Verdict.Status;
import org.rulebatch.engine.aws.FaultyProxy.Fault;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.ruleyaml.RuleYamlReader;

/**
 * Ensures that whatever goes wrong between the engine and a service, what depends on it is not known, never passed, and the
 * rest goes on.
 */
final class FaultsTest {

    private static final String NAMES = "(?s).*Action=ListUserPolicies.*UserName=%s\\b.*";

    private final FaultyProxy proxy = new FaultyProxy(FaultsTest::service);
    private AwsReadClient client = client();

    @BeforeEach
    void giveCredentials() {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
    }

    @AfterEach
    void close() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        client.close();
        proxy.close();
    }

    @Test
    void withoutAFaultAllIsDecided() throws IOException {
        assertThat(statuses())
                .isEqualTo(Map.of("ann", Status.PASS, "bob", Status.PASS, "cem", Status.FAIL, "keys", Status.PASS));
    }

    @ParameterizedTest
    @CsvSource({
        "THROTTLED, throttled, Throttling",
        "BROKEN, unknown, InternalFailure",
        "EXPIRED, access_denied, ExpiredToken",
        "DENIED, access_denied, AccessDenied",
        "SLOW, timeout, ''",
        "CUT, unread_answer, ''",
        "GONE, unknown, ''",
        "NO_XML, unread_answer, ''"
    })
    void whatOneAnswerLacksIsNotKnownAndTheRestIs(Fault fault, String type, String told) throws IOException {
        // given
        proxy.spoils(NAMES.formatted("bob"), fault);

        // when
        RunResult result = run();

        // then
        assertThat(statuses(result))
                .isEqualTo(Map.of("ann", Status.PASS, "bob", Status.UNKNOWN, "cem", Status.FAIL, "keys", Status.PASS));
        assertThat(result.services().get(0).errors()).singleElement().satisfies(error -> {
            assertThat(error.type().wireName()).isEqualTo(type);
            assertThat(error.operation()).isEqualTo("iam.list_user_policies");
            assertThat(error.message()).contains("bob").contains(told);
        });
        assertThat(result.verdicts().filter(verdict -> verdict.status() == Status.UNKNOWN))
                .allSatisfy(verdict -> assertThat(verdict.reason()).contains("iam.list_user_policies"));
    }

    @ParameterizedTest
    @CsvSource({"THROTTLED", "BROKEN", "EXPIRED", "DENIED", "SLOW", "CUT", "GONE", "NO_XML"})
    void whereTheListIsNotKnownNothingBelowItIs(Fault fault) throws IOException {
        proxy.spoils("(?s).*Action=ListUsers&.*", fault);

        assertThat(statuses()).isEqualTo(Map.of("", Status.UNKNOWN, "keys", Status.PASS));
    }

    @ParameterizedTest
    @CsvSource({"THROTTLED", "BROKEN", "GONE"})
    void whatPassesByIsTriedAgain(Fault fault) throws IOException {
        proxy.spoilsOnce(NAMES.formatted("bob"), fault);

        assertThat(statuses()).containsEntry("bob", Status.PASS);
    }

    private Map<String, Status> statuses() throws IOException {
        return statuses(run());
    }

    /** By the last part of the resource's name; the one verdict about keys is of the account. */
    private static Map<String, Status> statuses(RunResult result) {
        Map<String, Status> statuses = new TreeMap<>();
        result.verdicts().forEach(verdict -> statuses.put(name(verdict), verdict.status()));
        return statuses;
    }

    private static String name(Verdict verdict) {
        return verdict.check().ruleId().equals("keys")
                ? "keys"
                : verdict.resource().substring(verdict.resource().lastIndexOf('/') + 1);
    }

    private RunResult run() throws IOException {
        RuleDocument rules = new RuleYamlReader().read(Path.of("src/test/resources/engine/faults_generated.yaml"));
        Engine engine = new Engine(client, (service, region) -> region, Catalog.bundled(), Clock.systemUTC(), 4);
        return engine.run(List.of(rules), List.of("us-east-1"));
    }

    private AwsReadClient client() {
        AwsSettings settings = AwsSettings.standard()
                .withEndpoint(proxy.endpoint())
                .withPatience(2, Duration.ofSeconds(60), Duration.ofSeconds(2))
                .withLimits(1_000, 10, 1 << 20);
        return new AwsReadClient(Catalog.bundled(), new NotConfigured(Knowledge.bundled()), settings);
    }

    /** Three users; only cem has policies of his own. */
    private static String service(String request) {
        Function<String, String> user =
                name -> "<member><UserName>" + name + "</UserName><Arn>arn:aws:iam::1:user/" + name + "</Arn></member>";
        if (request.contains("Action=ListUsers&")) {
            return "<ListUsersResponse><ListUsersResult><Users>" + user.apply("ann") + user.apply("bob")
                    + user.apply("cem")
                    + "</Users><IsTruncated>false</IsTruncated></ListUsersResult></ListUsersResponse>";
        }
        if (request.contains("Action=GetAccountSummary")) {
            return "<GetAccountSummaryResponse><GetAccountSummaryResult><SummaryMap><entry><key>AccountAccessKeysPresent</key>"
                    + "<value>0</value></entry></SummaryMap></GetAccountSummaryResult></GetAccountSummaryResponse>";
        }
        String names = request.contains("UserName=cem") ? "<member>p</member>" : "";
        return "<ListUserPoliciesResponse><ListUserPoliciesResult><PolicyNames>" + names
                + "</PolicyNames><IsTruncated>false</IsTruncated></ListUserPoliciesResult></ListUserPoliciesResponse>";
    }
}
