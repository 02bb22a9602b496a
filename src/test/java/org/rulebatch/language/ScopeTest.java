package org.rulebatch.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Operation;
import org.rulebatch.catalog.Service;
import org.rulebatch.language.value.ListOf;
import org.rulebatch.language.value.MapOf;
import org.rulebatch.language.value.Origin;
import org.rulebatch.language.value.Structure;
import org.rulebatch.language.value.Type;
import org.rulebatch.language.value.Types;

/** Ensures that values get the types that AWS's models declare. */
final class ScopeTest {

    private static final Catalog CATALOG = Catalog.bundled();
    private static final Types TYPES = new Types(CATALOG);

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "ec2 => describe_security_groups => SecurityGroups => GroupId => text",
                "ec2 => describe_security_groups => SecurityGroups => IpPermissions => a list of ec2.IpPermission",
                "ec2 => describe_security_groups => SecurityGroups => IpPermissions[].FromPort => a list of whole"
                        + " numbers",
                "ec2 => describe_instances => Reservations[].Instances => InstanceId => text",
                "ec2 => describe_instances => Reservations[].Instances[] => MetadataOptions.HttpTokens => text",
                "sqs => get_queue_attributes => - => Attributes => a map of text",
                "kms => describe_key => - => KeyMetadata.CreationDate => a point in time",
                "kms => DescribeKey => - => KeyMetadata => the structure kms.KeyMetadata",
                "kms => get_key_rotation_status => - => KeyRotationEnabled => true or false",
                "cloudwatch => get_metric_statistics => Datapoints => Average => a number with a fraction",
                "lambda => invoke_with_nothing => - => x => !There is no read 'invoke_with_nothing' of lambda.",
                "s3x => list_buckets => - => x => !There is no client 's3x' in the catalog (did you mean 's3'?).",
                "s3 => delete_bucket => - => x => !There is no read 'delete_bucket' of s3 (did you mean"
                        + " 'delete_bucket'?).",
                "s3 => list_buckets => Buckets => Nam => !The answer of s3.list_buckets has no 'Nam' in s3.Bucket (did"
                        + " you mean 'Name'?)."
            })
    void typeIsTheModels(String client, String operation, String itemsFor, String path, String expected) {
        Origin origin = new Origin(client, operation, itemsFor == null ? "" : itemsFor, path);

        if (expected.startsWith("!")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TYPES.of(origin))
                    .withMessage(expected.substring(1));
        } else {
            assertThat(TYPES.of(origin)).hasToString(expected);
        }
    }

    @Test
    void enumKnowsItsValues() {
        assertThat(TYPES.of(Origin.answer("kms", "describe_key", "KeyMetadata.KeySpec"))
                        .enumValues())
                .contains("SYMMETRIC_DEFAULT");
    }

    @Test
    void recursiveShapesAreStructures() {
        Scope scope =
                LanguageFixture.LANGUAGE.scope().answer("wafv2", "get_web_acl").build();
        String source = "item.WebACL.Rules.exists(r, r.Statement.NotStatement.Statement.NotStatement.Statement"
                + ".GeoMatchStatement.CountryCodes.exists(c, c == \"DE\"))";

        assertThat(LanguageFixture.LANGUAGE.compile(scope, source).problems()).isEmpty();
    }

    @Test
    void aNameIsTakenOnce() {
        Scope.Builder builder = LanguageFixture.LANGUAGE.scope();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.list("now", Map.of()))
                .withMessage("'now' is the name of another variable.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.list("Flow-Logs", Map.of()))
                .withMessageStartingWith("'Flow-Logs' cannot be a variable");
    }

    /** Every read of every service: its types open to the last member, and has() on each member of its answer checks. */
    @Test
    void everyReadHasTypes() {
        List<String> wrong = CATALOG.clients().parallelStream()
                .flatMap(client -> wrong(CATALOG.service(client).orElseThrow()).stream())
                .toList();

        assertThat(wrong).isEmpty();
        assertThat(CATALOG.clients()).hasSizeGreaterThan(400);
    }

    private static List<String> wrong(Service service) {
        List<String> wrong = new ArrayList<>();
        Map<String, Origin> keys = new LinkedHashMap<>();
        Set<String> opened = new HashSet<>();
        for (Operation operation : service.reads()) {
            Structure answer = (Structure) TYPES.of(Origin.answer(service.client(), operation.method(), ""));
            open(answer, opened);
            answer.members()
                    .keySet()
                    .forEach(member -> keys.put(
                            operation.name() + "_" + member,
                            Origin.answer(service.client(), operation.method(), member)));
        }
        Scope scope = LanguageFixture.LANGUAGE.scope().item(keys).build();
        StringBuilder source = new StringBuilder("true");
        for (String key : keys.keySet()) {
            source.append(" && has(item.").append(key).append(')');
            if (source.length() > 8000) {
                LanguageFixture.LANGUAGE
                        .compile(scope, source.toString())
                        .problems()
                        .forEach(p -> wrong.add(p.toString()));
                source = new StringBuilder("true");
            }
        }
        LanguageFixture.LANGUAGE.compile(scope, source.toString()).problems().forEach(p -> wrong.add(p.toString()));
        return wrong;
    }

    private static void open(Type type, Set<String> opened) {
        if (type instanceof Structure structure && opened.add(structure.name())) {
            structure.members().values().forEach(member -> open(member, opened));
        } else if (type instanceof ListOf list) {
            open(list.element(), opened);
        } else if (type instanceof MapOf map) {
            open(map.value(), opened);
        }
    }
}
