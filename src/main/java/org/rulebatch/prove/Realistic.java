package org.rulebatch.prove;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Makes text that reads as AWS's own does in a member of that name. */
final class Realistic {

    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("vpcid", "vpc"),
            Map.entry("subnetid", "subnet"),
            Map.entry("instanceid", "i"),
            Map.entry("groupid", "sg"),
            Map.entry("securitygroupid", "sg"),
            Map.entry("volumeid", "vol"),
            Map.entry("snapshotid", "snap"),
            Map.entry("imageid", "ami"),
            Map.entry("networkinterfaceid", "eni"),
            Map.entry("routetableid", "rtb"),
            Map.entry("internetgatewayid", "igw"),
            Map.entry("natgatewayid", "nat"),
            Map.entry("networkaclid", "acl"),
            Map.entry("transitgatewayid", "tgw"),
            Map.entry("allocationid", "eipalloc"),
            Map.entry("vpcendpointid", "vpce"),
            Map.entry("flowlogid", "fl"),
            Map.entry("launchtemplateid", "lt"),
            Map.entry("filesystemid", "fs"),
            Map.entry("vpcpeeringconnectionid", "pcx"),
            Map.entry("vpnconnectionid", "vpn"));

    private static final Map<String, String> ENDINGS = new LinkedHashMap<>();

    static {
        ENDINGS.put("accountid", Moment.ACCOUNT);
        ENDINGS.put("ownerid", Moment.ACCOUNT);
        ENDINGS.put("account", Moment.ACCOUNT);
        ENDINGS.put("owner", Moment.ACCOUNT);
        ENDINGS.put("availabilityzone", "us-east-1%z");
        ENDINGS.put("region", Moment.REGION);
        ENDINGS.put("keyid", "1234abcd-12ab-34cd-56ef-1234567890a%n");
        ENDINGS.put("cidrip", "10.%n.0.0/16");
        ENDINGS.put("cidrblock", "10.%n.0.0/16");
        ENDINGS.put("cidr", "10.%n.0.0/16");
        ENDINGS.put("ipaddress", "10.0.0.1%n");
        ENDINGS.put("publicip", "203.0.113.1%n");
        ENDINGS.put("email", "security-%n@prod.internal");
        ENDINGS.put("domainname", "www%n.prod.internal");
        ENDINGS.put("version", "1.%n");
        ENDINGS.put("description", "Example %n");
    }

    /** ARNs of resources that other services name, by what the member is about, after the partition. */
    private static final Map<String, String> ARNS = Map.ofEntries(
            Map.entry("role", "iam::" + Moment.ACCOUNT + ":role/prod-role-%n"),
            Map.entry("user", "iam::" + Moment.ACCOUNT + ":user/prod-user-%n"),
            Map.entry("bucket", "s3:::prod-bucket-%n"),
            Map.entry("topic", "sns:" + Moment.REGION + ":" + Moment.ACCOUNT + ":prod-topic-%n"),
            Map.entry("function", "lambda:" + Moment.REGION + ":" + Moment.ACCOUNT + ":function:prod-function-%n"),
            Map.entry(
                    "certificate",
                    "acm:" + Moment.REGION + ":" + Moment.ACCOUNT
                            + ":certificate/12345678-1234-1234-1234-12345678901%n"),
            Map.entry(
                    "kmskey",
                    "kms:" + Moment.REGION + ":" + Moment.ACCOUNT + ":key/1234abcd-12ab-34cd-56ef-1234567890a%n"),
            Map.entry(
                    "loadbalancer",
                    "elasticloadbalancing:" + Moment.REGION + ":" + Moment.ACCOUNT
                            + ":loadbalancer/app/prod-%n/50dc6c495c0c918%n"),
            Map.entry(
                    "targetgroup",
                    "elasticloadbalancing:" + Moment.REGION + ":" + Moment.ACCOUNT
                            + ":targetgroup/prod-%n/73e2d6bc24d8a06%n"));

    private final String service;

    Realistic(String service) {
        this.service = service;
    }

    /**
     * The text.
     *
     * @param count 1 for the first, 2 for another one
     */
    String text(String member, int count) {
        String plain = member.toLowerCase(Locale.ROOT);
        String prefix = PREFIXES.getOrDefault(plain, PREFIXES.get(plain.replaceFirst("s$", "")));
        if (prefix != null) {
            return prefix + "-0a1b2c3d4e5f6000" + count;
        }
        if (plain.endsWith("arn") || plain.endsWith("arns")) {
            String known = ARNS.get(noun(member, "arn"));
            if (known != null) {
                return numbered("arn:aws:" + known, count);
            }
            return "arn:aws:" + service + ":" + Moment.REGION + ":" + Moment.ACCOUNT + ":" + noun(member, "arn")
                    + "/prod-" + count;
        }
        for (Map.Entry<String, String> ending : ENDINGS.entrySet()) {
            if (plain.endsWith(ending.getKey())) {
                return numbered(ending.getValue(), count);
            }
        }
        if (plain.endsWith("url") || plain.endsWith("uri") || plain.endsWith("endpoint")) {
            return "https://prod-" + count + ".prod.internal/" + noun(member, "url");
        }
        return plain.equals("key") ? "Key" + count : "prod-" + noun(member, "name") + "-" + count;
    }

    /** The beginning of an ARN to which something with a colon is added: that of a bucket has no account. */
    String head(String member) {
        String plain = member.toLowerCase(Locale.ROOT);
        if (plain.contains("bucket")) {
            return "arn:aws:s3";
        }
        String of = plain.contains("loggroup") ? "logs" : service;
        return "arn:aws:" + of + ":" + Moment.REGION + ":" + Moment.ACCOUNT;
    }

    private static String numbered(String pattern, int count) {
        return pattern.replace("%n", String.valueOf(count)).replace("%z", String.valueOf((char) ('a' + count - 1)));
    }

    /** What a member's name is about: {@code table} of {@code TableName}. */
    private static String noun(String member, String ending) {
        String plain = member.toLowerCase(Locale.ROOT).replaceFirst("(" + ending + "|id|identifier)s?$", "");
        return plain.isEmpty() ? "resource" : plain.replaceAll("[^a-z0-9]+", "-");
    }
}
