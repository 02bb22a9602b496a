package org.rulebatch.engine.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.ruleyaml.Discovery;
import org.rulebatch.ruleyaml.RuleDocument;

/** Ensures that the printed policy names the actions that IAM knows, and nothing that is no read. */
final class IamPolicyTest {

    @Test
    void namesActionsAsIamDoes() {
        RuleDocument document = document(
                "s3.list_buckets",
                "s3.get_bucket_encryption",
                "s3control.get_public_access_block",
                "cloudwatch.describe_alarms",
                "elbv2.describe_load_balancers",
                "apigateway.get_rest_apis",
                "efs.describe_file_systems",
                "ec2.describe_volumes",
                "s3.delete_bucket");

        assertThat(new IamPolicy(Catalog.bundled()).actions(List.of(document)))
                .containsExactly(
                        "apigateway:GET",
                        "cloudwatch:DescribeAlarms",
                        "ec2:DescribeVolumes",
                        "elasticfilesystem:DescribeFileSystems",
                        "elasticloadbalancing:DescribeLoadBalancers",
                        "s3:GetAccountPublicAccessBlock",
                        "s3:GetEncryptionConfiguration",
                        "s3:ListAllMyBuckets");
    }

    @Test
    void isAPolicyDocument() {
        Map<String, Object> policy = new IamPolicy(Catalog.bundled()).of(List.of(document("ec2.describe_volumes")));

        assertThat(policy).containsEntry("Version", "2012-10-17");
        assertThat(String.valueOf(policy.get("Statement")))
                .isEqualTo("[{Sid=RuleBatchReads, Effect=Allow, Action=[ec2:DescribeVolumes], Resource=*}]");
    }

    private static RuleDocument document(String... reads) {
        List<Discovery> discoveries = Stream.of(reads)
                .map(read -> read.split("\\."))
                .map(read -> new Discovery(
                        "aws." + read[0] + "." + read[1], null, read[0], read[1], Map.of(), read[1], null, Map.of()))
                .toList();
        return new RuleDocument("mixed", discoveries, List.of());
    }
}
