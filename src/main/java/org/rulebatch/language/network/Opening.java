package org.rulebatch.language.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulebatch.language.function.Answer;
import org.rulebatch.language.function.Cidr;

/**
 * What one rule of a security group opens, as an IpPermission or a SecurityGroupRule states it.
 *
 * @param protocol as {@link Protocols#name} gives it
 * @param opaque why not all of its sources can be known; null if they can
 * @param internet whether it alone opens to the internet
 */
record Opening(
        String protocol, Ports ports, AddressSet ipv4, AddressSet ipv6, @Nullable String opaque, Answer internet) {

    static Opening of(Map<?, ?> rule) {
        List<String> texts = new ArrayList<>();
        addTo(texts, rule.get("CidrIpv4"));
        addTo(texts, rule.get("CidrIpv6"));
        members(rule.get("IpRanges")).forEach(each -> addTo(texts, each.get("CidrIp")));
        members(rule.get("Ipv6Ranges")).forEach(each -> addTo(texts, each.get("CidrIpv6")));
        List<Cidr> cidrs = new ArrayList<>();
        String opaque = prefixList(rule);
        for (String text : texts) {
            Optional<Cidr> cidr = Cidr.parse(text);
            cidr.ifPresent(cidrs::add);
            opaque = cidr.isPresent() ? opaque : "'" + text + "' is not a range of addresses";
        }
        AddressSet ipv4 = AddressSet.of(cidrs, false);
        AddressSet ipv6 = AddressSet.of(cidrs, true);
        return new Opening(
                Protocols.name(rule.get("IpProtocol")),
                Ports.of(rule.get("FromPort"), rule.get("ToPort")),
                ipv4,
                ipv6,
                opaque,
                answer(ipv4.isInternet() || ipv6.isInternet(), opaque));
    }

    private static void addTo(List<String> texts, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            texts.add(value.toString());
        }
    }

    private static @Nullable String prefixList(Map<?, ?> rule) {
        List<Object> ids = new ArrayList<>();
        members(rule.get("PrefixListIds")).forEach(each -> ids.add(String.valueOf(each.get("PrefixListId"))));
        Object id = rule.get("PrefixListId");
        if (id != null && !id.toString().isEmpty()) {
            ids.add(id);
        }
        return ids.isEmpty() ? null : "which addresses prefix list " + ids.get(0) + " has does not stand in the answer";
    }

    static List<Map<?, ?>> members(@Nullable Object list) {
        List<Map<?, ?>> members = new ArrayList<>();
        if (list instanceof Iterable<?> each) {
            each.forEach(member -> {
                if (member instanceof Map<?, ?> map) {
                    members.add(map);
                }
            });
        }
        return members;
    }

    boolean opens(String asked, long port) {
        return (protocol.equals(Protocols.ALL) || protocol.equals(asked))
                && portsOf().contains(port);
    }

    /** Every port where the protocol is every one, whatever the rule states. */
    Ports portsOf() {
        return protocol.equals(Protocols.ALL) ? Ports.ALL : ports;
    }

    Answer fromPublic() {
        return answer(ipv4.hasPublic() || ipv6.hasPublic(), opaque);
    }

    static Answer answer(boolean holds, @Nullable String opaque) {
        return holds || opaque == null ? Answer.of(holds) : Answer.unknown(opaque);
    }
}
