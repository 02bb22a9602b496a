package org.rulebatch.engine.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.engine.Engine;
import org.rulebatch.engine.ErrorType;
import org.rulebatch.engine.ReadCall;
import org.rulebatch.engine.ReadClient;
import org.rulebatch.engine.ReadReply;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.ruleyaml.RuleYamlReader;
import org.rulebatch.yaml.YamlDocument;

/** A rule file about roles and log groups, and services that answer or refuse. */
final class Runs {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-31T00:00:00Z"), ZoneOffset.UTC);

    private Runs() {}

    static RuleDocument document() {
        return new RuleYamlReader()
                .read(
                        YamlDocument.parse(
                                "iam_generated.yaml",
                                """
                version: '1.0'
                provider: aws
                service: iam
                discovery:
                - discovery_id: aws.iam.list_roles
                  calls: [{action: list_roles, params: {MaxItems: 5000, PathPrefix: x}, save_as: list_roles_response, on_error: continue}]
                  emit:
                    items_for: '{{ list_roles_response.Roles }}'
                    as: resource
                    item: {RoleName: '{{ resource.RoleName }}', Path: '{{ resource.Path }}'}
                - discovery_id: aws.iam.get_account_summary
                  calls: [{action: get_account_summary, save_as: get_account_summary_response, on_error: continue}]
                  emit: {item: {SummaryMap: '{{ get_account_summary_response.SummaryMap }}'}}
                checks:
                - {rule_id: role-path, title: t, severity: high, for_each: aws.iam.list_roles, conditions: {var: item.Path, op: equals, value: /}}
                - {rule_id: role-order, title: t, severity: low, for_each: aws.iam.list_roles, conditions: {var: item.RoleName, op: gt, value: 3}}
                - {rule_id: summary, title: t, severity: low, for_each: aws.iam.get_account_summary, conditions: {var: item.SummaryMap, op: not_empty}}
                """));
    }

    static RuleTester tester(ReadClient client) {
        return new RuleTester(
                new Engine(client, (service, region) -> region, Catalog.bundled(), CLOCK, 2),
                List.of("us-east-1"),
                Catalog.bundled());
    }

    /** Refuses a page size over 1000 and any path prefix. */
    static ReadReply strict(ReadCall call) {
        if (call.action().equals("get_account_summary")) {
            return new ReadReply.Failure(ErrorType.ACCESS_DENIED, "AccessDenied", call + ": AccessDenied: no");
        }
        if (call.params().get("MaxItems") instanceof Number size && size.intValue() > 1000) {
            return invalid(
                    call, "Value '" + size + "' at 'maxItems' failed: Member must be less than or equal to 1000");
        }
        return call.params().containsKey("PathPrefix")
                ? invalid(call, "the specified value for pathPrefix is invalid")
                : new ReadReply.Answer(Map.of("Roles", List.of(Map.of("RoleName", "r", "Path", "/"))));
    }

    private static ReadReply invalid(ReadCall call, String message) {
        return new ReadReply.Failure(ErrorType.INVALID_PARAMETER, "ValidationError", call.action() + ": " + message);
    }
}
