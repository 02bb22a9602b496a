package org.rulebatch.ruleyaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rulebatch.requirement.Finding;
import org.rulebatch.yaml.YamlDocument;

/** Ensures that what an organisation states comes before what a check declares, with its type and under its name. */
final class CheckParametersTest {

    private static final RuleDocument RULES = new RuleDocument(
            "iam",
            List.of(),
            List.of(
                    check("aws.iam.user.keys_rotated", Map.of("max_days", 90, "trusted_accounts", List.of())),
                    check("aws.iam.user.password_used", Map.of("max_days", 45, "strict", true))));

    @Test
    void whatIsStatedForARuleComesBeforeWhatIsStatedForAll() {
        CheckParameters parameters = of(
                """
                all:
                  max_days: 60
                  trusted_accounts: ['123456789012']
                rules:
                  aws.iam.user.keys_rotated:
                    max_days: 30
                """);

        assertThat(parameters.problems(List.of(RULES))).isEmpty();
        assertThat(parameters.names()).isEqualTo("max_days, trusted_accounts, aws.iam.user.keys_rotated max_days");
        assertThat(parameters.applied(RULES).checks())
                .extracting(each -> ((Demand.Expressions) each.demand()).parameters())
                .containsExactly(
                        Map.of("max_days", 30, "trusted_accounts", List.of("123456789012")),
                        Map.of("max_days", 60, "strict", true));
    }

    @Test
    void nothingStatedLeavesTheFileAsItIs() {
        assertThat(CheckParameters.NONE.applied(RULES)).isSameAs(RULES);
        assertThat(CheckParameters.NONE.isEmpty()).isTrue();
    }

    @Test
    void theSameValuesAreTheSameIdentity() {
        CheckParameters one = of("all: {max_days: 60}");

        assertThat(of("# a comment\nall:\n  max_days: 60").identity()).isEqualTo(one.identity());
        assertThat(of("all: {max_days: 61}").identity()).isNotEqualTo(one.identity());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "all: {max_day: 60}|parameters.yaml:1: no check has a parameter 'max_day'; did you mean 'max_days'?",
                "rules: {aws.iam.user.key_rotated: {max_days: 1}}|parameters.yaml:1: there is no check for the rule"
                        + " 'aws.iam.user.key_rotated'; did you mean 'aws.iam.user.keys_rotated'?",
                "rules: {aws.iam.user.password_used: {trusted_accounts: []}}|parameters.yaml:1:"
                        + " aws.iam.user.password_used has no parameter 'trusted_accounts'; there are max_days, strict",
                "all: {strict: 'yes'}|parameters.yaml:1: strict is true or false in aws.iam.user.password_used",
                "all: {trusted_accounts: [123456789012]}|parameters.yaml:1: trusted_accounts is a list of texts in"
                        + " aws.iam.user.keys_rotated; write each between quotation marks",
                "rules: {aws.iam.user.keys_rotated: {max_days: 1.5}}|parameters.yaml:1: max_days is a whole number in"
                        + " aws.iam.user.keys_rotated"
            })
    void whatNoCheckTakesIsSaid(String yaml, String expected) {
        assertThat(of(yaml).problems(List.of(RULES)))
                .extracting(CheckParametersTest::text)
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "max_days: 60|parameters.yaml:1: 'max_days' cannot stand here; write all: with names and values, or"
                        + " rules: with rule ids, and names and values below",
                "all: 60|parameters.yaml:1: write one name and value a line; such as max_days: 60",
                "all: {tags: {a: b}}|parameters.yaml:1: tags is not a text, a number, true, false, or a list of one of"
                        + " these",
                "all: {mixed: [1, a]}|parameters.yaml:1: mixed is not a text, a number, true, false, or a list of one"
                        + " of these"
            })
    void anotherFormIsSaid(String yaml, String expected) {
        assertThat(CheckParameters.form(YamlDocument.parse("parameters.yaml", yaml)))
                .extracting(CheckParametersTest::text)
                .containsExactly(expected);
    }

    private static String text(Finding finding) {
        return finding.place() + ": " + finding.message() + (finding.hint().isEmpty() ? "" : "; " + finding.hint());
    }

    private static CheckParameters of(String yaml) {
        YamlDocument document = YamlDocument.parse("parameters.yaml", yaml);
        assertThat(CheckParameters.form(document)).isEmpty();
        return CheckParameters.of(document);
    }

    private static Check check(String id, Map<String, Object> parameters) {
        Demand demand = new Demand.Expressions(null, Map.of(), parameters, "true", List.of());
        return new Check(id, "t", "low", "account", demand);
    }
}
