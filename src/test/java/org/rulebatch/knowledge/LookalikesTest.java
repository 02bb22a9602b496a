package org.rulebatch.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ensures that the uncovered list keeps what protects something and leaves out what only sounds like it. */
final class LookalikesTest {

    private static final Lookalikes LOOKALIKES = Lookalikes.bundled();

    @ParameterizedTest
    @CsvSource({
        "glue.get_databases, DatabaseList[].CatalogId",
        "securityhub.get_findings, Findings[].Resources[].Details.AwsS3Bucket.PublicAccessBlock.BlockPublicAcls",
        "rds.describe_db_snapshots, DBSnapshots[].SnapshotCreateTime",
        "dms.describe_endpoints, Endpoints[].OracleSettings.AsmPassword",
        "lambda.list_functions, Functions[].Version",
        "elasticache.describe_cache_clusters, CacheClusters[].ConfigurationEndpoint.Address"
    })
    void leavesOutWhatOnlySoundsLikeSecurity(String read, String path) {
        assertThat(LOOKALIKES.has(read, path, member(path))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "rds.describe_db_instances, DBInstances[].StorageEncrypted",
        "rds.describe_db_instances, DBInstances[].KmsKeyId",
        "rds.describe_db_instances, DBInstances[].PubliclyAccessible",
        "rds.describe_db_instances, DBInstances[].EngineVersion",
        "rds.describe_db_instances, DBInstances[].BackupRetentionPeriod",
        "rds.describe_db_instances, DBInstances[].DeletionProtection",
        "s3.get_public_access_block, PublicAccessBlockConfiguration.BlockPublicAcls",
        "acm.list_certificates, CertificateSummaryList[].NotAfter",
        "iam.list_access_keys, AccessKeyMetadata[].Status",
        "appstream.describe_fleets, Fleets[].IdleDisconnectTimeoutInSeconds",
        "cloudfront.list_distributions, DistributionList.Items[].ViewerCertificate.MinimumProtocolVersion",
        "ssm.describe_patch_group_state, InstancesWithAvailableSecurityUpdates",
        "cognito-idp.describe_user_pool, UserPool.MfaConfiguration",
        "elb.describe_load_balancer_attributes, LoadBalancerAttributes.AccessLog.Enabled",
        "codebuild.batch_get_projects, projects[].encryptionKey"
    })
    void keepsWhatProtects(String read, String path) {
        assertThat(LOOKALIKES.has(read, path, member(path))).isFalse();
    }

    private static String member(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
