package org.rulebatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.knowledge.Fact;
import org.rulebatch.knowledge.Identifiers;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.Resource;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.requirement.Call;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Read;
import org.rulebatch.requirement.Requirement;
import org.rulebatch.requirement.Subject;
import org.rulebatch.ruleyaml.Chains;
import org.rulebatch.ruleyaml.Discovery;
import org.rulebatch.ruleyaml.ExpressionsPlan;
import org.rulebatch.ruleyaml.ItemPlan;
import org.rulebatch.ruleyaml.PlannedCall;
import org.rulebatch.ruleyaml.Planner;
import org.rulebatch.ruleyaml.RuleDocument;

/** What a verdict's resource is called, over every list of the knowledge base. */
final class ResourceNamesTest {

    private static final Knowledge KNOWLEDGE = Knowledge.bundled();
    private static final Catalog CATALOG = Catalog.bundled();
    /** Identifies the element too, or the one in which the resource stands. */
    private static final Set<String> ALSO = Set.of(
            "cloudformation.stack_set StackSetId",
            "cloudtrail.bucket TrailARN",
            "elasticache.security_group ARN",
            "logs.log_group arn",
            "logs.query_definition queryDefinitionId",
            "rds.db_user DBInstanceArn",
            "redshift.db_user ClusterIdentifier",
            "s3.bucket BucketArn",
            "s3.object BucketArn");

    /** Counts, grants and settings, and elements whose only member that names anything is {@code ResourceId}. */
    private static final Set<String> NAMELESS = Set.of(
            "appstream.describe_usage_report_subscriptions",
            "config.get_discovered_resource_counts",
            "ec2.get_allowed_images_settings",
            "glue.get_classifiers",
            "lakeformation.list_permissions",
            "networkmanager.list_organization_service_access_status",
            "securityhub.list_configuration_policy_associations",
            "ssm.list_resource_compliance_summaries");

    private static final Chains CHAINS = new Chains(CATALOG);

    /** Each member has its own name as its value, so that the name that is shown tells the member. */
    @Test
    void everyListedResourceIsCalledByAMemberThatIdentifiesIt() {
        List<String> wrong = new ArrayList<>();
        long asked = listed().filter(resource -> {
                    Optional<String> shown = shown(resource);
                    shown.filter(name -> !identifies(resource, name))
                            .ifPresent(name -> wrong.add(resource + ": '" + name + "'"));
                    return shown.isPresent();
                })
                .count();

        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(600);
    }

    /** With nothing emitted but what names the item, so that a judged field is not taken for a name. */
    @Test
    void whatAFactJudgesHasAName() {
        List<String> nameless = CATALOG.clients().stream()
                .flatMap(client -> KNOWLEDGE.resources(client).stream())
                .filter(resource -> !resource.items().isEmpty())
                .flatMap(resource -> resource.facts().stream()
                        .flatMap(fact -> reads(fact).stream())
                        .flatMap(reads -> ItemPlan.of(CHAINS, reads).stream())
                        .map(ItemPlan::last)
                        .filter(ResourceNamesTest::lists)
                        .filter(last -> !NAMELESS.contains(last.operation().toString()))
                        .distinct()
                        .filter(last ->
                                shown(resource, new ItemPlan(last, Map.of())).isEmpty())
                        .map(last -> resource + ": " + last.operation() + " " + last.items()))
                .distinct()
                .toList();

        assertThat(nameless).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ec2, elastic_ip, AllocationId",
        "ssm, managed_instance, InstanceId",
        "ssm, maintenance_window, WindowId",
        "glue, trigger, Name",
        "apigatewayv2, api, ApiId",
    })
    void whatANounDoesNotFindTheKnowledgeBaseSays(String client, String id, String member) {
        Resource resource = listed().filter(
                        each -> each.client().equals(client) && each.id().equals(id))
                .findFirst()
                .orElseThrow();

        assertThat(shown(resource)).hasValue(member);
    }

    private static Stream<Resource> listed() {
        return CATALOG.clients().stream()
                .flatMap(client -> KNOWLEDGE.resources(client).stream())
                .filter(resource ->
                        !resource.items().isEmpty() && !resource.members().isEmpty());
    }

    private static boolean identifies(Resource resource, String shown) {
        return Stream.of(resource.idMember(), resource.arnMember(), resource.nameMember())
                        .anyMatch(shown::equals)
                || ALSO.contains(resource + " " + shown);
    }

    @Test
    void aReadThatOnlyTellsOfAResourceCallsItByTheSameMember() {
        assertThat(Identifiers.of("ec2", "describe_launch_template_versions", "LaunchTemplateVersions[]"))
                .contains("LaunchTemplateId");
    }

    /** What an element is called of which every member is emitted; empty where the list has no plan. */
    private static Optional<String> shown(Resource resource) {
        return ItemPlan.of(CHAINS, List.of(new Read(resource.list(), resource.items())))
                .map(plan -> shown(resource, plan));
    }

    private static Optional<List<Read>> reads(Fact fact) {
        Expressions whole = fact.whole();
        if (whole == null) {
            return Optional.of(List.of(new Read(fact.main().call(), null)));
        }
        return whole.subject() instanceof Subject.Items items ? Optional.of(items.reads()) : Optional.empty();
    }

    private static boolean lists(PlannedCall call) {
        PlannedCall parent = call.parent();
        return !call.items().isEmpty() || parent != null && lists(parent);
    }

    private static String shown(Resource resource, ItemPlan plan) {
        Call call = resource.list();
        Subject.Items items = new Subject.Items(List.of(new Read(call, resource.items())));
        Expressions asked = new Expressions(
                new Requirement.Place(call, resource.items()), items, null, Map.of(), Map.of(), "true", List.of());
        Planner planner = new Planner(resource.client());
        planner.add(
                new RuleMetadata("rule", resource.client(), resource.id(), "", "", "", "", "", "low"),
                new ExpressionsPlan(asked, plan, Map.of()));
        return shown(planner.document());
    }

    private static String shown(RuleDocument document) {
        String id = document.checks().get(0).forEach();
        Map<String, Object> item = new LinkedHashMap<>();
        String element = "{{ " + Discovery.ELEMENT;
        document.discoveries().forEach(discovery -> discovery.item().forEach((key, template) -> {
            if (template.startsWith(element)) {
                String member = template.substring(element.length(), template.length() - " }}".length());
                item.put(key, member.isEmpty() ? key : member);
            }
        }));
        String name = new ResourceNames(document).of(id, item, Optional.empty(), "us-east-1");
        return name.substring(Math.max(name.lastIndexOf(':'), name.lastIndexOf('/')) + 1)
                .replaceFirst("^\\.", "");
    }
}
