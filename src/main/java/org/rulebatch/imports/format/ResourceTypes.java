package org.rulebatch.imports.format;

import java.util.Locale;
import java.util.Map;

/**
 * The services of resource types as Terraform ({@code aws_db_instance}), Custodian ({@code aws.security-group}) and CloudFormation
 * ({@code AWS::EC2::Volume}) write them. The longest beginning of a name that is known says the service; else its first word does.
 */
final class ResourceTypes {

    /** By the words of the type, joined by underscores. */
    private static final Map<String, String> SERVICES = Map.ofEntries(
            Map.entry("access_analyzer", "accessanalyzer"),
            Map.entry("alb", "elbv2"),
            Map.entry("ami", "ec2"),
            Map.entry("api_gateway", "apigateway"),
            Map.entry("app_elb", "elbv2"),
            Map.entry("asg", "autoscaling"),
            Map.entry("cache_cluster", "elasticache"),
            Map.entry("cloudwatch_event", "eventbridge"),
            Map.entry("cognito_identity", "cognito"),
            Map.entry("cognito_user", "cognito"),
            Map.entry("db", "rds"),
            Map.entry("default_security_group", "ec2"),
            Map.entry("default_vpc", "vpc"),
            Map.entry("ebs", "ec2"),
            Map.entry("eip", "ec2"),
            Map.entry("elastic_ip", "ec2"),
            Map.entry("elasticsearch", "opensearch"),
            Map.entry("elastic_beanstalk", "elasticbeanstalk"),
            Map.entry("flow_log", "vpc"),
            Map.entry("instance", "ec2"),
            Map.entry("internet_gateway", "ec2"),
            Map.entry("kinesis_firehose", "firehose"),
            Map.entry("launch_config", "autoscaling"),
            Map.entry("launch_configuration", "autoscaling"),
            Map.entry("launch_template", "ec2"),
            Map.entry("lb", "elbv2"),
            Map.entry("log_group", "cloudwatch"),
            Map.entry("msk", "kafka"),
            Map.entry("nat_gateway", "ec2"),
            Map.entry("network_acl", "ec2"),
            Map.entry("nlb", "elbv2"),
            Map.entry("route_table", "ec2"),
            Map.entry("secrets_manager", "secretsmanager"),
            Map.entry("security_group", "ec2"),
            Map.entry("sfn", "stepfunctions"),
            Map.entry("subnet", "ec2"),
            Map.entry("transit_gateway", "ec2"),
            Map.entry("vpc_endpoint", "ec2"),
            Map.entry("vpn", "ec2"));

    private ResourceTypes() {}

    /** A name of the service, as far as the type tells. */
    static String service(String type) {
        String words = type.toLowerCase(Locale.ROOT)
                .replaceFirst("^aws(::|[._])", "")
                .replace("::", "_")
                .replaceAll("[^a-z0-9]+", "_");
        for (String start = words; !start.isEmpty(); start = shorter(start)) {
            String service = SERVICES.get(start);
            if (service != null) {
                return service;
            }
        }
        return words.replaceFirst("_.*", "");
    }

    private static String shorter(String words) {
        int last = words.lastIndexOf('_');
        return last < 0 ? "" : words.substring(0, last);
    }
}
