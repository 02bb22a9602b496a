package org.rulebatch.language;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.language.value.Origin;
import org.rulebatch.language.value.Type;

/** One scope with members of many types, and values for it. */
final class LanguageFixture {

    static final Language LANGUAGE = Language.of(Catalog.bundled());
    static final Scope SCOPE = scope();

    private LanguageFixture() {}

    private static Scope scope() {
        Map<String, Origin> item = new LinkedHashMap<>();
        for (String key : List.of("GroupId", "IpPermissions", "Tags", "VpcId")) {
            item.put(key, Origin.element("ec2", "describe_security_groups", "SecurityGroups", key));
        }
        item.put(
                "Ports",
                Origin.element("ec2", "describe_security_groups", "SecurityGroups", "IpPermissions[].FromPort"));
        item.put(
                "MinLength",
                Origin.answer("iam", "get_account_password_policy", "PasswordPolicy.MinimumPasswordLength"));
        item.put("Attributes", Origin.answer("sqs", "get_queue_attributes", "Attributes"));
        item.put("State", Origin.answer("kms", "describe_key", "KeyMetadata.KeyState"));
        item.put("Created", Origin.answer("kms", "describe_key", "KeyMetadata.CreationDate"));
        item.put("Rotates", Origin.answer("kms", "get_key_rotation_status", "KeyRotationEnabled"));
        item.put(
                "Events",
                Origin.answer("s3", "get_bucket_notification_configuration", "QueueConfigurations[].Events[]"));
        item.put("Block", Origin.answer("s3", "get_public_access_block", "PublicAccessBlockConfiguration"));
        item.put("Average", Origin.element("cloudwatch", "get_metric_statistics", "Datapoints", "Average"));
        item.put("Document", Origin.answer("bedrock-agent", "get_prompt", "variants[].additionalModelRequestFields"));
        Map<String, Origin> logs = new LinkedHashMap<>();
        for (String key : List.of("ResourceId", "FlowLogStatus", "TrafficType")) {
            logs.put(key, Origin.element("ec2", "describe_flow_logs", "FlowLogs", key));
        }
        return LANGUAGE.scope()
                .item(item)
                .list("flow_logs", logs)
                .list("other_logs", logs)
                .param("max_days", Type.integer())
                .param("ports", Type.list(Type.integer()))
                .param("names", Type.list(Type.text()))
                .build();
    }

    static Expression compile(String source) {
        Compilation compilation = LANGUAGE.compile(SCOPE, source);
        return compilation
                .expression()
                .orElseThrow(() -> new AssertionError(compilation.problems().toString()));
    }

    /** Values with something of everything, and the given ones instead. */
    static Map<String, Object> values(Map<String, Object> instead) {
        Map<String, Object> values = new HashMap<>();
        values.put("item", item(Map.of()));
        values.put(
                "flow_logs",
                List.of(
                        Map.of("ResourceId", "vpc-2", "FlowLogStatus", "ACTIVE", "TrafficType", "ALL"),
                        Map.of("ResourceId", "vpc-1", "FlowLogStatus", "ACTIVE", "TrafficType", "ACCEPT")));
        values.put("other_logs", List.of());
        values.put("params", Map.of("max_days", 90, "ports", List.of(22, 3389), "names", List.of("sg-1", "sg-2")));
        values.put("account", "123456789012");
        values.put("region", "eu-central-1");
        values.put("now", Instant.parse("2026-01-31T00:00:00Z"));
        values.putAll(instead);
        return values;
    }

    static Map<String, Object> item(Map<String, Object> instead) {
        Map<String, Object> item = new HashMap<>();
        item.put("GroupId", "sg-1");
        item.put("VpcId", "vpc-1");
        item.put("State", "Enabled");
        item.put("Created", Instant.parse("2026-01-01T00:00:00Z"));
        item.put("Attributes", Map.of("Size", "12", "Word", "twelve", "Encrypted", "true"));
        item.put("Ports", List.of(80, 22));
        item.put(
                "IpPermissions",
                List.of(
                        Map.of("IpProtocol", "tcp", "FromPort", 80, "ToPort", 80),
                        Map.of(
                                "IpProtocol",
                                "tcp",
                                "FromPort",
                                22,
                                "ToPort",
                                22,
                                "IpRanges",
                                List.of(Map.of("CidrIp", "10.0.0.0/8"), Map.of("CidrIp", "0.0.0.0/0"))),
                        Map.of("IpProtocol", "-1")));
        item.put("Block", Map.of("BlockPublicAcls", true, "IgnorePublicAcls", false));
        item.putAll(instead);
        return item;
    }

    static String read(String resource) {
        try (InputStream in = LanguageFixture.class.getResourceAsStream("/language/" + resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
