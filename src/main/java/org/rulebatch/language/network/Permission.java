package org.rulebatch.language.network;

import java.util.Collection;
import java.util.Map;
import org.rulebatch.language.function.Answer;

/**
 * Questions about one rule of a security group: an element of {@code IpPermissions} of {@code DescribeSecurityGroups}, or of
 * {@code SecurityGroupRules} of {@code DescribeSecurityGroupRules}. A port is one of TCP or UDP; protocol {@code -1} has all
 * ports, ICMP has none, and other protocols (GRE, ESP) have none that TCP or UDP would reach.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html">Amazon EC2 API Reference,
 *     IpPermission</a>
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroupRule.html">SecurityGroupRule</a>
 */
public final class Permission {

    private Permission() {}

    /** Whether the port is open, over TCP or UDP. */
    public static boolean opens(Map<?, ?> rule, long port) {
        return opens(rule, port, Protocols.ALL);
    }

    /** Whether the port is open over the protocol: {@code tcp}, {@code udp} or its number; {@code -1} for either. */
    public static boolean opens(Map<?, ?> rule, long port, String protocol) {
        Opening opening = Opening.of(rule);
        return Protocols.asked(protocol).stream().anyMatch(each -> opening.opens(each, port));
    }

    /** Whether one of the ports is open, over TCP or UDP. */
    public static boolean opensAny(Map<?, ?> rule, Collection<? extends Number> ports) {
        return ports.stream().anyMatch(port -> opens(rule, port.longValue()));
    }

    /** Whether every port from one to the other, both included, is open, over TCP or over UDP. */
    public static boolean opensRange(Map<?, ?> rule, long from, long to) {
        Opening opening = Opening.of(rule);
        return Protocols.WITH_PORTS.stream().anyMatch(each -> opening.opens(each, from) && opening.opens(each, to));
    }

    /** Whether all ports are open, over TCP or over UDP; 0 is not a port that anything listens on. */
    public static boolean opensAll(Map<?, ?> rule) {
        return opensRange(rule, 1, Ports.LAST);
    }

    /**
     * Whether it lets the internet in: its ranges have together more public addresses than a /8 (IPv6: a /32). So do
     * {@code 0.0.0.0/0}, {@code ::/0}, and the same in two or more pieces. This is where Amazon S3 draws the line between known
     * addresses and the public. Unknown where a prefix list may decide.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html">Amazon S3,
     *     The meaning of "public"</a>
     */
    public static Answer fromInternet(Map<?, ?> rule) {
        return Opening.of(rule).internet();
    }

    /** Whether it lets in any public address at all. Unknown where a prefix list may decide. */
    public static Answer fromPublic(Map<?, ?> rule) {
        return Opening.of(rule).fromPublic();
    }
}
