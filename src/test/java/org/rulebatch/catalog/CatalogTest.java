package org.rulebatch.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ensures that the catalog that ships answers for real services. */
final class CatalogTest {

    private final Catalog catalog = Catalog.bundled();

    @Test
    void knowsAllServicesOfItsVersion() {
        assertThat(catalog.version()).matches("botocore \\d+\\.\\d+\\.\\d+");
        assertThat(catalog.clients()).hasSizeGreaterThan(400).contains("s3", "ec2", "stepfunctions");
        assertThat(catalog.service("no-such-service")).isEmpty();
        assertThat(catalog.nearest("step-function")).contains("stepfunctions");
    }

    @Test
    void loadsAServiceOnce() {
        assertThat(catalog.service("sqs")).containsSame(catalog.service("sqs").orElseThrow());
        assertThat(catalog.service("stepfunctions").orElseThrow().serviceId()).isEqualTo("SFN");
    }

    @Test
    void describesAnOperation() {
        Operation listKeys = catalog.service("iam")
                .orElseThrow()
                .operation("list_access_keys")
                .orElseThrow();

        assertThat(listKeys.name()).isEqualTo("ListAccessKeys");
        assertThat(listKeys.required()).isEmpty();
        assertThat(listKeys.parameters()).extracting(Parameter::name).contains("UserName", "Marker");
        assertThat(listKeys.errors()).contains("NoSuchEntity");
        assertThat(listKeys.paginator()).hasValueSatisfying(pages -> {
            assertThat(pages.inputTokens()).containsExactly("Marker");
            assertThat(pages.resultKeys()).containsExactly("AccessKeyMetadata");
            assertThat(pages.isToken(listKeys.field("IsTruncated").orElseThrow()))
                    .isTrue();
            assertThat(pages.isToken(listKeys.field("AccessKeyMetadata").orElseThrow()))
                    .isFalse();
        });
        assertThat(listKeys.field("AccessKeyMetadata[].Status")).hasValueSatisfying(status -> assertThat(status)
                .isEqualTo(new Field(
                        "AccessKeyMetadata[].Status",
                        FieldType.STRING,
                        "statusType",
                        "Status",
                        status.enumValues(),
                        false)));
    }

    @Test
    void marksRequiredParametersAndElementShapes() {
        Service s3 = catalog.service("s3").orElseThrow();
        Service ec2 = catalog.service("ec2").orElseThrow();

        Parameter bucket =
                s3.operation("get_bucket_versioning").orElseThrow().required().get(0);
        Parameter ids = ec2.operation("describe_vpcs").orElseThrow().parameters().stream()
                .filter(parameter -> parameter.name().equals("VpcIds"))
                .findFirst()
                .orElseThrow();

        assertThat(bucket.shape()).isEqualTo("BucketName");
        assertThat(ids.type()).isEqualTo(FieldType.LIST);
        assertThat(ids.elementShape()).isEqualTo("VpcId");
        assertThat(ids.elementType()).isEqualTo(FieldType.STRING);
    }

    @Test
    void endsRecursiveResponses() {
        Operation getWebAcl =
                catalog.service("wafv2").orElseThrow().operation("get_web_acl").orElseThrow();

        assertThat(getWebAcl.field("WebACL.Rules[].Statement.NotStatement.Statement"))
                .isPresent();
        assertThat(getWebAcl.field("WebACL.Rules[].Statement.NotStatement.Statement.NotStatement"))
                .isEmpty();
    }

    @Test
    void keepsWhatTheWireNeeds() {
        Service s3 = catalog.service("s3").orElseThrow();
        ServiceModel model = s3.model();

        assertThat(model.metadata().text("protocol")).isEqualTo("rest-xml");
        assertThat(model.operation("GetBucketPolicy").orElseThrow().at("http").text("requestUri"))
                .startsWith("/{Bucket}");
        assertThat(model.shape("GetBucketPolicyOutput").orElseThrow().text("payload"))
                .isEqualTo("Policy");
        assertThat(model.operation("PutBucketPolicy")).isEmpty();
        assertThat(model.shape("PutBucketPolicyRequest")).isEmpty();
    }

    @Test
    void saysWhatToDoWhenThereIsNoCatalog(@TempDir Path empty) {
        assertThatThrownBy(() -> Catalog.in(empty))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("No index.json in " + empty)
                .hasMessageContaining("buildCatalog");
    }
}
