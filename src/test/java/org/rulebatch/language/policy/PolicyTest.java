package org.rulebatch.language.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rulebatch.language.Fixtures.word;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rulebatch.language.Fixtures;
import org.rulebatch.language.function.Answer;
import tools.jackson.databind.json.JsonMapper;

/** Ensures that policies answer as the tables in {@code language/policy} say, in each form that a document has. */
final class PolicyTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<Object> ACCOUNTS = List.of("111122223333", List.of("444455556666", "o-trusted1234"));

    static Stream<Arguments> cases() {
        return Stream.of(
                        table("anyone.yaml", "allowsAnyone", List.of(List.of("*"))),
                        table("outside.yaml", "allowsOutside", ACCOUNTS),
                        table("services.yaml", "allowsServicesOfOthers", ACCOUNTS),
                        table("administrator.yaml", "isAdministrator", List.of()),
                        table("actions.yaml", "", List.of()),
                        table("tls.yaml", "requiresTls", List.of()))
                .flatMap(each -> each);
    }

    private static Stream<Arguments> table(String file, String question, List<Object> args) {
        return Fixtures.cases("policy/" + file).stream()
                .map(each -> Arguments.of(
                        each.getOrDefault("ask", question),
                        each.get("case"),
                        each.getOrDefault("args", args),
                        each.containsKey("text")
                                ? each.get("text")
                                : Map.of("Version", "2012-10-17", "Statement", each.get("statement")),
                        each.get("answer")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void answers(String question, String name, List<?> args, Object document, String expected) {
        Answer answer = ask(Policy.of(document), question, args);

        assertThat(word(answer)).as("%s, %s: %s", name, document, answer).isEqualTo(expected);
        if (document instanceof Map) {
            String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document);
            String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
            assertThat(ask(Policy.of(text), question, args)).as("as text").isEqualTo(answer);
            assertThat(ask(Policy.of(encoded), question, args))
                    .as("URL-encoded")
                    .isEqualTo(answer);
        }
    }

    @SuppressWarnings("unchecked")
    private static Answer ask(Policy policy, String question, List<?> args) {
        return switch (question) {
            case "allowsAnyone" -> policy.allowsAnyone((List<String>) args.get(0));
            case "allowsOutside" -> policy.allowsOutside((String) args.get(0), (List<String>) args.get(1));
            case "allowsServicesOfOthers" ->
                policy.allowsServicesOfOthers((String) args.get(0), (List<String>) args.get(1));
            case "isAdministrator" -> policy.isAdministrator();
            case "requiresTls" -> policy.requiresTls();
            case "allows" -> policy.allows((String) args.get(0), (String) args.get(1));
            case "denies" -> policy.denies((String) args.get(0), (String) args.get(1));
            case "allowsAny" -> policy.allowsAny((List<String>) args.get(0));
            case "allowsEach" -> policy.allowsEach((List<String>) args.get(0));
            case "allowsAllOf" -> policy.allowsAllOf((String) args.get(0));
            case "deniesOthers" -> policy.deniesOthers((String) args.get(0));
            case "allowsPrivilegeEscalation" -> policy.allowsPrivilegeEscalation();
            default -> throw new IllegalArgumentException(question);
        };
    }

    @Test
    void anAbsentPolicyAllowsNothing() {
        Policy policy = Policy.of(null);

        assertThat(policy.isReadable()).isTrue();
        assertThat(policy.statementCount()).isZero();
        assertThat(policy.allowsAnyone()).isEqualTo(Answer.NO);
        assertThat(policy.requiresTls()).isEqualTo(Answer.NO);
    }

    @Test
    void aDocumentThatIsTooLongIsUnknownWithTheReason() {
        String text = "{\"Statement\":[]" + " ".repeat(PolicyReader.MAX_LENGTH) + "}";

        assertThat(Policy.of(text).allowsAnyone())
                .isEqualTo(Answer.unknown("the policy is longer than 262144 characters"));
    }

    @Test
    void aDocumentThatIsNestedTooDeepIsUnknown() {
        String text = "{\"Statement\":" + "[".repeat(100_000);

        assertThat(word(Policy.of(text).allowsAnyone())).isEqualTo("unknown");
    }

    @Test
    void theReasonNamesTheStatement() {
        String text = "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\"},{\"Effect\":\"Permit\"}]}";

        assertThat(Policy.of(text).isAdministrator())
                .isEqualTo(Answer.unknown("statement 2: Effect is 'Permit', not Allow or Deny"));
    }
}
