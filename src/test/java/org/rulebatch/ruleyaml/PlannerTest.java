package org.rulebatch.ruleyaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rulebatch.requirement.Operator.CONTAINS;
import static org.rulebatch.requirement.Operator.EQUALS;
import static org.rulebatch.requirement.Operator.EXISTS;
import static org.rulebatch.requirement.Operator.GTE;
import static org.rulebatch.requirement.Operator.LTE;
import static org.rulebatch.requirement.Operator.NOT_EMPTY;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.requirement.Binding;
import org.rulebatch.requirement.Call;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Expectation;
import org.rulebatch.requirement.Operator;
import org.rulebatch.requirement.Quantifier;
import org.rulebatch.requirement.Where;

/** Ensures that requirements on real operations become the rule files that stand beside this test. */
final class PlannerTest {

    private static final Chains CHAINS = new Chains(Catalog.bundled());

    @Test
    void bindsAParameterThatAwsNeedsAlthoughItsModelDoesNot() {
        PlannedCall listeners = new Chains(Catalog.bundled())
                .plan(Call.of("elbv2", "describe_listeners"))
                .orElseThrow();

        assertThat(listeners.bound()).containsOnlyKeys("LoadBalancerArn");
        assertThat(listeners.bound().values())
                .extracting(supply -> supply.from().operation().toString())
                .containsExactly("elbv2.describe_load_balancers");
    }

    @Test
    void bindsABucketByTheShapeOfItsName() throws IOException {
        Condition versioning = condition("s3", "get_bucket_versioning", "Status", Expectation.of(EQUALS, "Enabled"));

        assertPlanned("s3", "aws.s3.bucket.versioning_enabled", "Bucket versioning is on", versioning);
    }

    @Test
    void chainsTwoListsBeforeTheReadThatNeedsBoth() throws IOException {
        Condition version =
                condition("eks", "describe_nodegroup", "nodegroup.status", Expectation.of(EQUALS, "ACTIVE"));

        assertPlanned("eks", "aws.eks.nodegroup.active", "Node group is active", version);
    }

    @Test
    void quantifiesOverTheRulesInsideASecurityGroup() throws IOException {
        Expectation world = quantified(
                Quantifier.NONE,
                CONTAINS,
                "0.0.0.0/0",
                new Where("SecurityGroups[].IpPermissions[].FromPort", LTE, 22),
                new Where("SecurityGroups[].IpPermissions[].ToPort", GTE, 22));
        Condition ssh = condition(
                "ec2", "describe_security_groups", "SecurityGroups[].IpPermissions[].IpRanges[].CidrIp", world);

        assertPlanned("ec2", "aws.ec2.security_group.ssh_restricted", "SSH is not open to the world", ssh);
    }

    @Test
    void looksUpAnAttributeByItsKey() throws IOException {
        Expectation on = quantified(
                Quantifier.SOME, EQUALS, "true", new Where("Attributes[].Key", EQUALS, "access_logs.s3.enabled"));
        Condition logs = condition("elbv2", "describe_load_balancer_attributes", "Attributes[].Value", on);

        assertPlanned("elbv2", "aws.elbv2.load_balancer.access_logs", "Access logs are on", logs);
    }

    @Test
    void takesOneEntryOfAMap() throws IOException {
        Call call = new Call("sqs", "get_queue_attributes", Map.of("AttributeNames", List.of("All")), Map.of());
        Expectation key = new Expectation(EXISTS, null, "KmsMasterKeyId", null, List.of(), null);

        assertPlanned("sqs", "aws.sqs.queue.kms", "Queue has a key", Condition.of("key", call, "Attributes{}", key));
    }

    @Test
    void judgesTwoReadsOfOneBucketTogether() throws IOException {
        Condition versioning = condition("s3", "get_bucket_versioning", "Status", Expectation.of(EQUALS, "Enabled"));
        Condition logging =
                condition("s3", "get_bucket_logging", "LoggingEnabled.TargetBucket", Expectation.of(NOT_EMPTY, null));

        assertPlanned("s3_two", "aws.s3.bucket.versioning_and_logging", "Versioning and logging", versioning, logging);
    }

    @Test
    void looksOnlyAtTheItemsThatAGuardLetsThrough() throws IOException {
        Expectation guarded =
                quantified(Quantifier.EVERY, EQUALS, true, new Where("KeyMetadata.KeyManager", EQUALS, "CUSTOMER"));
        Condition key = condition("kms", "describe_key", "KeyMetadata.Enabled", guarded);

        assertPlanned("kms", "aws.kms.key.enabled", "Customer keys are enabled", key);
    }

    @Test
    void putsWhatIsSuppliedIntoAStructuredParameter() throws IOException {
        Map<String, Object> filter =
                Map.of("Filter", List.of(new TreeMap<>(Map.of("Name", "resource-id", "Values", List.of("{{ }}")))));
        Map<String, Binding> vpc = Map.of("Filter", new Binding(Call.of("ec2", "describe_vpcs"), "Vpcs[].VpcId"));
        Call call = new Call("ec2", "describe_flow_logs", filter, vpc);
        Expectation active = quantified(Quantifier.SOME, EQUALS, "ACTIVE");

        assertPlanned(
                "vpc",
                "aws.vpc.vpc.flow_logs_enabled",
                "Every VPC has an active flow log",
                Condition.of("flow_logs", call, "FlowLogs[].FlowLogStatus", active));
    }

    @Test
    void passesWhatIsStatedOfTheCallOnToItsSupplier() {
        // given: the services are stated to come from a list that takes the same cluster
        Map<String, Binding> bind = Map.of(
                "cluster", new Binding(Call.of("ecs", "list_clusters"), "clusterArns[]"),
                "services", new Binding(Call.of("ecs", "list_services"), "serviceArns[]"));

        // when
        Optional<PlannedCall> plan = CHAINS.plan(new Call("ecs", "describe_services", Map.of(), bind));

        // then
        PlannedCall services = Objects.requireNonNull(plan.orElseThrow().parent());
        assertThat(services.operation().method()).isEqualTo("list_services");
        assertThat(services.bound()).containsOnlyKeys("cluster");
    }

    @Test
    void putsAReadThatIsMadeOnceAboveTheListThatSuppliesTheRest() {
        Map<String, Binding> bind = Map.of(
                "AccountId", new Binding(Call.of("sts", "get_caller_identity"), "Account"),
                "Bucket", new Binding(Call.of("s3", "list_buckets"), "Buckets[].Name"));

        Optional<PlannedCall> plan = CHAINS.plan(new Call("s3control", "list_access_points", Map.of(), bind));

        PlannedCall buckets = Objects.requireNonNull(plan.orElseThrow().parent());
        assertThat(buckets.operation().method()).isEqualTo("list_buckets");
        assertThat(Objects.requireNonNull(buckets.parent()).operation().method())
                .isEqualTo("get_caller_identity");
    }

    @Test
    void hasNoPlanForWhatIsNoReadOrNobodySupplies() {
        assertThat(CHAINS.plan(Call.of("s3", "delete_bucket"))).isEmpty();
        assertThat(CHAINS.plan(Call.of("s3", "get_object"))).isEmpty();
        assertThat(CHAINS.plan(Call.of("fsx", "list_tags_for_resource"))).isEmpty();
    }

    private static void assertPlanned(String fixture, String ruleId, String title, Condition... conditions)
            throws IOException {
        String service = ruleId.split("\\.")[1];
        RuleMetadata rule = new RuleMetadata(ruleId, service, "resource", "", title, "", "", "", "medium");
        Conditions requirement = Conditions.all(List.of(conditions));
        Planner planner = new Planner(service);

        planner.add(rule, ConditionsPlan.of(CHAINS, requirement).orElseThrow());

        String yaml = RuleYamlWriter.write(planner.document());
        assertThat(yaml).isEqualTo(expected(fixture));
        assertThat(new RuleYamlSchema().check(fixture, yaml)).isEmpty();
    }

    private static String expected(String fixture) throws IOException {
        try (InputStream in = PlannerTest.class.getResourceAsStream("/ruleyaml/" + fixture + ".yaml")) {
            assertThat(in).as(fixture).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Condition condition(String client, String operation, String path, Expectation expectation) {
        return Condition.of("condition", Call.of(client, operation), path, expectation);
    }

    private static Expectation quantified(
            Quantifier quantifier, Operator operator, @Nullable Object value, Where... where) {
        return new Expectation(operator, value, null, quantifier, List.of(where), null);
    }
}
