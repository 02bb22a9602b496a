package org.rulebatch.ruleyaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.knowledge.Fact;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.Resource;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Subject;

/**
 * Ensures that a whole check judges the items of its resource's own list: its reads stand below that list, and what each of
 * them needs comes from a read above it. Without a `bind` the planner follows shape names and may take another list.
 */
final class WholeFactChainsTest {

    /** What stands above the resource, beside it, or in another list of the very same things. */
    private static final Set<String> ELSEWHERE = Set.of(
            "apigateway.rest_api: apigateway.get_domain_names",
            "backup.recovery_point: backup.get_backup_vault_access_policy",
            "bedrock.custom_model: bedrock.get_model_invocation_logging_configuration",
            "ec2.vpc: ec2.describe_security_groups",
            "glue.connection: glue.get_data_catalog_encryption_settings",
            "glue.database: glue.get_data_catalog_encryption_settings",
            "iam.group: iam.get_account_authorization_details",
            "iam.role: iam.get_account_authorization_details",
            "iam.user: iam.get_account_authorization_details",
            "storagegateway.tape: storagegateway.describe_tapes");

    private final Chains chains = new Chains(Catalog.bundled());

    @Test
    void startAtTheResourcesOwnList() {
        Knowledge knowledge = Knowledge.bundled();
        List<String> wrong = new ArrayList<>();
        Catalog.bundled().clients().stream()
                .flatMap(client -> knowledge.resources(client).stream())
                .filter(resource -> !resource.items().isEmpty())
                .forEach(resource -> resource.facts().forEach(fact -> wrong(resource, fact, wrong)));

        assertThat(wrong).isEmpty();
    }

    private void wrong(Resource resource, Fact fact, List<String> wrong) {
        Expressions whole = fact.whole();
        if (whole == null || !(whole.subject() instanceof Subject.Items items)) {
            return;
        }
        ItemPlan.of(chains, items.reads()).ifPresent(plan -> wrong(resource, fact, plan.last(), wrong));
    }

    private static void wrong(Resource resource, Fact fact, PlannedCall last, List<String> wrong) {
        List<PlannedCall> line = line(last);
        String list = resource.list().toString();
        boolean own = line.stream().anyMatch(read -> read.operation().toString().equals(list));
        String where = resource + ": " + last.operation();
        if (!own && !ELSEWHERE.contains(where)) {
            wrong.add(where + " for " + fact.family() + " " + fact.main().path());
        }
        for (PlannedCall read : line) {
            boolean foreign = read.bound().values().stream().anyMatch(supply -> !line.contains(supply.from()));
            if (foreign) {
                wrong.add(resource + " " + fact.family() + ": " + read.operation() + " is bound beside its line");
            }
        }
    }

    private static List<PlannedCall> line(PlannedCall last) {
        List<PlannedCall> line = new ArrayList<>();
        for (PlannedCall at = last; at != null; at = at.parent()) {
            line.add(at);
        }
        return line;
    }
}
