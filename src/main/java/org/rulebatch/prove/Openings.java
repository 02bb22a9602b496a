package org.rulebatch.prove;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rulebatch.language.value.Type;

/** Rules of security groups and entries of network ACLs that differ in what they open, and to whom. */
final class Openings {

    /** The port where a check names none. */
    static final long PORT = 5432;

    private static final String INTERNET = "0.0.0.0/0";
    private static final String INSIDE = "10.0.0.0/8";

    private Openings() {}

    /** Rules of the type, the most telling first. */
    static List<Object> rules(@Nullable Type rule, List<Object> literals) {
        List<Object> rules = new ArrayList<>();
        List<Long> ports = ports(literals);
        long port = ports.get(0);
        rules.add(rule(rule, "tcp", port, port, INSIDE));
        rules.add(rule(rule, "tcp", port, port, INTERNET));
        rules.add(rule(rule, "tcp", port + 1, port + 1, INTERNET));
        rules.add(rule(rule, "tcp", port - 1, port - 1, INTERNET));
        rules.add(rule(rule, "udp", port, port, INTERNET));
        rules.add(rule(rule, "tcp", 0, 65535, INTERNET));
        rules.add(rule(rule, "-1", -1, -1, INTERNET));
        ports.stream().skip(1).forEach(each -> rules.add(rule(rule, "tcp", each, each, INTERNET)));
        return rules;
    }

    private static List<Long> ports(List<Object> literals) {
        List<Long> ports = new ArrayList<>();
        literals.stream().filter(Long.class::isInstance).forEach(each -> ports.add((Long) each));
        return ports.isEmpty() ? List.of(PORT) : ports;
    }

    private static Map<String, Object> rule(@Nullable Type type, String protocol, long from, long to, String cidr) {
        Map<String, Object> rule = new LinkedHashMap<>();
        boolean acl = type != null && type.members().containsKey("RuleAction");
        if (acl) {
            rule.put("RuleNumber", 100L);
            rule.put("RuleAction", "allow");
            rule.put("Egress", false);
            rule.put("CidrBlock", cidr);
            rule.put("Protocol", protocol.equals("tcp") ? "6" : protocol.equals("udp") ? "17" : protocol);
            if (from >= 0) {
                rule.put("PortRange", new TreeMap<>(Map.of("From", from, "To", to)));
            }
            return rule;
        }
        rule.put("IpProtocol", protocol);
        if (from >= 0) {
            rule.put("FromPort", from);
            rule.put("ToPort", to);
        }
        if (type != null && type.members().containsKey("CidrIpv4")) {
            rule.put("IsEgress", false);
            rule.put("CidrIpv4", cidr);
        } else {
            rule.put("IpRanges", List.of(Map.of("CidrIp", cidr)));
        }
        return rule;
    }
}
