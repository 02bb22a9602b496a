package org.rulebatch.language.network;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulebatch.language.function.Answer;
import org.rulebatch.language.function.Cidr;

/**
 * Questions about the entries of a network ACL, the elements of {@code Entries} of {@code DescribeNetworkAcls}. They apply in the
 * order of their numbers, and the first that fits an address and a port decides; IPv4 and IPv6 have entries of their own.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html">Amazon VPC User Guide, Network ACL rules</a>
 */
public final class NetworkAcl {

    private NetworkAcl() {}

    /** Whether the port is open to the internet, over TCP or UDP. */
    public static Answer opensToInternet(@Nullable Collection<?> entries, long port) {
        return opensToInternet(entries, port, Protocols.ALL);
    }

    /**
     * Whether the port is open to the internet over the protocol ({@code tcp}, {@code udp} or its number): more public addresses
     * are let in than a /8 (IPv6: a /32) has, after what earlier entries deny.
     */
    public static Answer opensToInternet(@Nullable Collection<?> entries, long port, String protocol) {
        List<Map<?, ?>> incoming = Opening.members(entries).stream()
                .filter(each -> !Boolean.TRUE.equals(each.get("Egress")))
                .sorted(Comparator.comparingLong(NetworkAcl::number))
                .toList();
        Answer answer = Answer.NO;
        for (String each : Protocols.asked(protocol)) {
            List<Map<?, ?>> fitting =
                    incoming.stream().filter(entry -> fits(entry, each, port)).toList();
            answer = answer.or(lets(fitting, false)).or(lets(fitting, true));
        }
        return answer;
    }

    /** Whether all ports are open to the internet over TCP or UDP: each end of each entry's range is looked at. */
    public static Answer opensAllToInternet(@Nullable Collection<?> entries) {
        return Protocols.WITH_PORTS.stream()
                .map(protocol -> opensAll(entries, protocol))
                .reduce(Answer.NO, Answer::or);
    }

    private static Answer opensAll(@Nullable Collection<?> entries, String protocol) {
        return Opening.members(entries).stream()
                .map(NetworkAcl::ports)
                .flatMap(each -> List.of(each.from(), each.to() + 1).stream())
                .filter(port -> port > 1 && port <= Ports.LAST)
                .distinct()
                .map(port -> opensToInternet(entries, port, protocol))
                .reduce(opensToInternet(entries, 1, protocol), Answer::and);
    }

    private static long number(Map<?, ?> entry) {
        return entry.get("RuleNumber") instanceof Number number ? number.longValue() : Long.MAX_VALUE;
    }

    private static boolean fits(Map<?, ?> entry, String protocol, long port) {
        String name = Protocols.name(entry.get("Protocol"));
        return name.equals(Protocols.ALL)
                || name.equals(protocol) && ports(entry).contains(port);
    }

    private static Ports ports(Map<?, ?> entry) {
        return entry.get("PortRange") instanceof Map<?, ?> range
                ? Ports.of(range.get("From"), range.get("To"))
                : Ports.ALL;
    }

    private static Answer lets(List<Map<?, ?>> entries, boolean ipv6) {
        AddressSet decided = AddressSet.none();
        AddressSet let = AddressSet.none();
        for (Map<?, ?> entry : entries) {
            Object text = entry.get(ipv6 ? "Ipv6CidrBlock" : "CidrBlock");
            if (text == null || text.toString().isEmpty()) {
                continue;
            }
            Cidr cidr = Cidr.parse(text.toString()).orElse(null);
            if (cidr == null) {
                return Answer.unknown("'" + text + "' is not a range of addresses");
            }
            AddressSet addresses = AddressSet.of(List.of(cidr), ipv6);
            if ("allow".equalsIgnoreCase(String.valueOf(entry.get("RuleAction")))) {
                let = let.plus(addresses.minus(decided));
            }
            decided = decided.plus(addresses);
        }
        return Answer.of(let.isInternet());
    }
}
