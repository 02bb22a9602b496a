package org.rulebatch.language.network;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddress.IPVersion;
import inet.ipaddr.IPAddressSeqRange;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.rulebatch.language.function.Cidr;

/** Addresses of one IP version, as ranges that do not overlap. Immutable. */
final class AddressSet {

    /** More addresses than a /8 (IPv6: a /32) has. */
    private static final BigInteger MANY_V4 = BigInteger.ONE.shiftLeft(24);

    private static final BigInteger MANY_V6 = BigInteger.ONE.shiftLeft(96);

    private static final IPAddressSeqRange[] NONE = {};
    private static final AddressSet NOT_PUBLIC_V4 = ofBlocks(Cidr.notPublic(), IPVersion.IPV4);
    private static final AddressSet NOT_PUBLIC_V6 = ofBlocks(Cidr.notPublic(), IPVersion.IPV6);

    private final List<IPAddressSeqRange> ranges;

    private AddressSet(List<IPAddressSeqRange> ranges) {
        this.ranges = ranges;
    }

    static AddressSet none() {
        return new AddressSet(List.of());
    }

    /** The addresses of those ranges that are of the version. */
    static AddressSet of(Collection<Cidr> cidrs, boolean ipv6) {
        return ofBlocks(cidrs.stream().map(Cidr::block).toList(), ipv6 ? IPVersion.IPV6 : IPVersion.IPV4);
    }

    private static AddressSet ofBlocks(Collection<IPAddress> blocks, IPVersion version) {
        return joined(blocks.stream()
                .filter(each -> each.getIPVersion() == version)
                .map(IPAddress::toSequentialRange)
                .toList());
    }

    private static AddressSet joined(List<IPAddressSeqRange> ranges) {
        return new AddressSet(Arrays.asList(IPAddressSeqRange.join(ranges.toArray(NONE))));
    }

    AddressSet plus(AddressSet other) {
        return union(List.of(this, other));
    }

    /** The addresses of all sets, which are of the same version. */
    static AddressSet union(List<AddressSet> sets) {
        return joined(sets.stream().flatMap(each -> each.ranges.stream()).toList());
    }

    AddressSet minus(AddressSet other) {
        List<IPAddressSeqRange> left = ranges;
        for (IPAddressSeqRange taken : other.ranges) {
            left = left.stream()
                    .flatMap(each -> Arrays.stream(each.subtract(taken)))
                    .toList();
        }
        return new AddressSet(left);
    }

    /** Those of the addresses that are of the internet. */
    private AddressSet publicPart() {
        if (ranges.isEmpty()) {
            return this;
        }
        return minus(ranges.get(0).getLower().isIPv6() ? NOT_PUBLIC_V6 : NOT_PUBLIC_V4);
    }

    boolean hasPublic() {
        return !publicPart().ranges.isEmpty();
    }

    /** Whether these are more addresses of the internet than one can know. */
    boolean isInternet() {
        BigInteger size = BigInteger.ZERO;
        for (IPAddressSeqRange range : publicPart().ranges) {
            size = size.add(range.getCount());
        }
        return !ranges.isEmpty() && size.compareTo(ranges.get(0).getLower().isIPv6() ? MANY_V6 : MANY_V4) > 0;
    }
}
