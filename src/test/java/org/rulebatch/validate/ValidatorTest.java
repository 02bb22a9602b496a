package org.rulebatch.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.requirement.Call;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Expectation;
import org.rulebatch.requirement.Finding;
import org.rulebatch.requirement.Operator;
import org.rulebatch.requirement.Quantifier;
import org.rulebatch.requirement.Where;
import org.rulebatch.ruleyaml.Chains;

/** Ensures that each check says what is wrong once, and that only what is unambiguous is corrected. */
final class ValidatorTest {

    private static final Catalog CATALOG = Catalog.bundled();
    private static final String ENCRYPTED = "Volumes[].Encrypted";

    private final Validator validator = new Validator(CATALOG, new Chains(CATALOG));

    @ParameterizedTest(name = "{0}.{1} {2} {3} {4}")
    @CsvFileSource(resources = "/validate/findings.txt", delimiter = '|', nullValues = "null")
    void finds(String client, String method, String path, String operator, @Nullable String value, String expected) {
        Expectation expectation = Expectation.of(Operator.of(operator).orElseThrow(), value);

        ValidatedRequirement validated =
                validator.validate(Conditions.single(Condition.of("x", Call.of(client, method), path, expectation)));

        String found = ids(validated);
        assertThat(found.isEmpty() ? "none" : found).isEqualTo(expected);
        assertThat(validated.isValid())
                .isEqualTo(expected.equals("none") || expected.matches("((field|value)\\.[a-z_]*corrected ?)+"));
    }

    @Test
    void writesWhatItCorrectedAsTheCatalogDoes() {
        Expectation text = Expectation.of(Operator.EQUALS, "TRUE");

        ValidatedRequirement validated = validated("Encrypted", text);

        assertThat(((Conditions) validated.requirement()).main().path()).isEqualTo(ENCRYPTED);
        assertThat(((Conditions) validated.requirement()).main().value()).isEqualTo(true);
        assertThat(validated.fields().get(0).originalName()).isEqualTo("Encrypted");
    }

    @Test
    void refusesWhatEveryValueMeetsAndNoneTooButNotAnEnumThatMustBeThere() {
        String type = "encryptionConfiguration.type";
        List<String> all = List.of("AWS_OWNED_KEY", "CUSTOMER_MANAGED_KMS_KEY");
        Expectation always = new Expectation(Operator.IN, all, null, null, List.of(), Expectation.Absence.COMPLIES);
        Call read = Call.of("stepfunctions", "describe_state_machine");

        assertThat(ids(validator.validate(Conditions.single(Condition.of("x", read, type, always)))))
                .contains("condition.always");
        assertThat(ids(validator.validate(
                        Conditions.single(Condition.of("x", read, type, Expectation.of(Operator.IN, all))))))
                .doesNotContain("condition.always");
    }

    @Test
    void findsQuantifiersFiltersAndKeysWithoutAPlace() {
        Where elsewhere = new Where("NextToken", Operator.EXISTS, null);
        Where unknown = new Where("Volumes[].Colour", Operator.EXISTS, null);

        assertThat(ids(validated("NextToken", quantified(Quantifier.SOME)))).isEqualTo("quantifier.no_list");
        assertThat(ids(validated(ENCRYPTED, quantified(Quantifier.SOME, elsewhere))))
                .isEqualTo("where.no_common_list");
        assertThat(ids(validated(ENCRYPTED, quantified(Quantifier.SOME, unknown))))
                .isEqualTo("field.unknown");
        assertThat(ids(validated(ENCRYPTED, new Expectation(Operator.EXISTS, null, "Owner", null, List.of(), null))))
                .isEqualTo("key.not_addressable");
    }

    @Test
    void findsReadsOfUnrelatedResources() {
        Expectation there = Expectation.of(Operator.EXISTS, null);
        Condition bucket = Condition.of("x", Call.of("s3", "get_bucket_versioning"), "Status", there);
        Condition key = Condition.of("y", Call.of("kms", "describe_key"), "KeyMetadata.KeyState", there);

        assertThat(ids(validator.validate(Conditions.all(List.of(bucket, key)))))
                .isEqualTo("requirement.unrelated");
    }

    private ValidatedRequirement validated(String path, Expectation expectation) {
        Call volumes = Call.of("ec2", "describe_volumes");
        return validator.validate(Conditions.single(Condition.of("x", volumes, path, expectation)));
    }

    private static Expectation quantified(Quantifier quantifier, Where... where) {
        return new Expectation(Operator.EXISTS, null, null, quantifier, List.of(where), null);
    }

    private static String ids(ValidatedRequirement validated) {
        return validated.findings().stream().map(Finding::id).collect(Collectors.joining(" "));
    }
}
