package org.rulebatch.engine.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.engine.ErrorType;
import org.rulebatch.engine.NotConfigured;
import org.rulebatch.engine.ReadCall;
import org.rulebatch.engine.ReadReply;
import org.rulebatch.knowledge.Knowledge;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Ensures that only reads leave the client, and that every way in which a call can fail is told for what it is. */
final class AwsReadClientTest {

    private static final String USERS =
            """
            <ListUsersResponse><ListUsersResult><Users/><IsTruncated>false</IsTruncated></ListUsersResult>\
            </ListUsersResponse>""";

    private final FaultyServer server = new FaultyServer();
    private AwsReadClient client = client(Duration.ofSeconds(30));

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
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "s3, delete_bucket",
        "s3, get_object",
        "ec2, terminate_instances",
        "iam, create_access_key",
        "secretsmanager, get_secret_value",
        "dynamodb, scan",
        "kms, schedule_key_deletion",
        "ssm, get_parameter",
        "sts, assume_role",
        "s3, no_such_operation"
    })
    void refusesWhatIsNoReadOfConfiguration(String service, String method) {
        ReadReply reply = client.read(new ReadCall(service, method, "us-east-1", Map.of("Bucket", "b", "Key", "k")));

        assertThat(reply).isInstanceOf(ReadReply.Failure.class);
        assertThat(((ReadReply.Failure) reply).message()).contains("is not made");
        assertThat(server.requests()).isZero();
    }

    @Test
    void refusesACallThatLacksAParameter() {
        assertThat(failure("s3", "get_bucket_policy", Map.of()).type()).isEqualTo(ErrorType.MISSING_PARAMETER);
        assertThat(failure("iam", "list_users", Map.of("Colour", "red")).type()).isEqualTo(ErrorType.INVALID_PARAMETER);
        assertThat(server.requests()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "403, AccessDenied, access_denied, 1",
        "403, ExpiredToken, access_denied, 1",
        "403, InvalidClientTokenId, access_denied, 1",
        "400, Throttling, throttled, 3",
        "500, InternalFailure, unknown, 3",
        "400, ValidationError, invalid_parameter, 1",
        "400, InvalidAction, not_supported, 1",
        "404, NoSuchEntity, unknown, 1"
    })
    void tellsErrorsForWhatTheyAre(int status, String code, String type, int requests) {
        server.answers(
                status, "<ErrorResponse><Error><Code>" + code + "</Code><Message>m</Message></Error></ErrorResponse>");

        ReadReply.Failure failure = failure("iam", "list_users", Map.of());

        assertThat(failure.type().wireName()).isEqualTo(type);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.message()).contains("iam.list_users").contains(code);
        assertThat(server.requests()).isEqualTo(requests);
    }

    @Test
    void anAnswerThatSaysNotConfiguredIsOne() {
        server.answers(404, "<ErrorResponse><Error><Code>NoSuchEntity</Code></Error></ErrorResponse>");

        assertThat(read("iam", "get_account_password_policy", Map.of()))
                .isEqualTo(new ReadReply.NotConfigured("NoSuchEntity"));
    }

    @Test
    void asksAgainAfterAPassingFault() {
        server.answers(500, "");
        server.thenAnswers(200, USERS);

        assertThat(read("iam", "list_users", Map.of())).isInstanceOf(ReadReply.Answer.class);
        assertThat(server.requests()).isEqualTo(2);
    }

    @Test
    void givesUpOnASlowAnswer() {
        server.isSilent();
        client.close();
        client = client(Duration.ofMillis(500));

        assertThat(failure("iam", "list_users", Map.of()).type()).isEqualTo(ErrorType.TIMEOUT);
    }

    @Test
    void aCutAnswerIsNoAnswer() {
        server.cuts(USERS);

        assertThat(failure("iam", "list_users", Map.of()).type()).isEqualTo(ErrorType.UNREAD_ANSWER);
    }

    @Test
    void anAnswerThatIsTooLongIsNoAnswer() {
        server.answers(200, USERS.replace("<Users/>", " ".repeat(20_000) + "<Users/>"));

        assertThat(failure("iam", "list_users", Map.of()).message()).contains("longer than");
    }

    @Test
    void aServerThatIsNotThereIsAnEndpointFault() throws IOException {
        server.close();

        assertThat(failure("iam", "list_users", Map.of()).type()).isEqualTo(ErrorType.ENDPOINT);
    }

    @Test
    void pagesUntilTheTokenIsTheSameAgain() {
        server.answers(
                200,
                "<ListUsersResponse><ListUsersResult><Users/><IsTruncated>true</IsTruncated><Marker>m</Marker>"
                        + "</ListUsersResult></ListUsersResponse>");

        assertThat(failure("iam", "list_users", Map.of()).message()).contains("same page token twice");
    }

    @Test
    void saysThatThereAreNoCredentials() {
        String sdk = "Unable to load credentials from any of the providers in the chain AwsCredentialsProviderChain(…)";

        ReadReply.Failure failure = new Failures(false)
                .of(new ReadCall("iam", "list_users", "us-east-1", Map.of()), SdkClientException.create(sdk));

        assertThat(failure.type()).isEqualTo(ErrorType.ACCESS_DENIED);
        assertThat(failure.message()).contains("no AWS credentials were found").doesNotContain("Chain");
    }

    private ReadReply read(String service, String method, Map<String, Object> params) {
        return client.read(new ReadCall(service, method, "us-east-1", params));
    }

    private ReadReply.Failure failure(String service, String method, Map<String, Object> params) {
        ReadReply reply = read(service, method, params);
        assertThat(reply).isInstanceOf(ReadReply.Failure.class);
        return (ReadReply.Failure) reply;
    }

    private AwsReadClient client(Duration attemptTimeout) {
        AwsSettings settings = AwsSettings.standard()
                .withEndpoint(server.endpoint())
                .withPatience(3, Duration.ofMinutes(2), attemptTimeout)
                .withLimits(1_000, 10, 10_000);
        return new AwsReadClient(Catalog.bundled(), new NotConfigured(Knowledge.bundled()), settings);
    }
}
