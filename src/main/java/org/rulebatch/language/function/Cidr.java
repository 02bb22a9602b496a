package org.rulebatch.language.function;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A range of IP addresses, written as address and prefix length; an address alone is a range of one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4632">RFC 4632, Classless Inter-domain Routing</a>
 */
public final class Cidr {

    private static final IPAddressStringParameters FORM = new IPAddressStringParameters.Builder()
            .allowEmpty(false)
            .allowAll(false)
            .allowSingleSegment(false)
            .allowMask(false)
            .allowWildcardedSeparator(false)
            .setRangeOptions(RangeParameters.NO_RANGE)
            .getIPv4AddressParametersBuilder()
            .allow_inet_aton(false)
            .getParentBuilder()
            .getIPv6AddressParametersBuilder()
            .allowZone(false)
            .getParentBuilder()
            .toParams();

    /**
     * Ranges that no address of the internet is in: private, shared, loopback, link-local, multicast, for documentation and
     * reserved.
     *
     * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA IPv4 Special-Purpose Address Registry</a>
     * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IANA IPv6 Special-Purpose Address Registry</a>
     */
    private static final List<IPAddress> NOT_PUBLIC = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.2.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    "::/3",
                    "2001:db8::/32",
                    "4000::/2",
                    "8000::/1")
            .map(each -> address(each).orElseThrow())
            .toList();

    /** Broader than these is broad. */
    private static final int BROAD_V4 = 8;

    private static final int BROAD_V6 = 32;

    private final IPAddress block;

    private Cidr(IPAddress block) {
        this.block = block;
    }

    /** The range; empty if the text is absent or is not a range of addresses. */
    public static Optional<Cidr> parse(@Nullable String text) {
        return text == null ? Optional.empty() : address(text.strip()).map(Cidr::new);
    }

    private static Optional<IPAddress> address(String text) {
        try {
            return Optional.of(new IPAddressString(text, FORM).toAddress().toPrefixBlock());
        } catch (AddressStringException e) {
            return Optional.empty();
        }
    }

    /** Whether every address of the other range is in this one. */
    public boolean contains(Cidr other) {
        return block.contains(other.block);
    }

    /** Whether both ranges have an address in common. */
    public boolean overlaps(Cidr other) {
        return block.overlaps(other.block);
    }

    /** Whether no address of the range is one of the internet. */
    public boolean isPrivate() {
        return NOT_PUBLIC.stream().anyMatch(each -> each.contains(block));
    }

    /** Whether it is a range of IPv6 addresses. */
    public boolean isIpv6() {
        return block.isIPv6();
    }

    /** The prefix length: 8 for {@code 10.0.0.0/8}, 32 or 128 for a single address. */
    public int prefixLength() {
        Integer length = block.getNetworkPrefixLength();
        return length == null ? block.getBitCount() : length;
    }

    /**
     * Whether it is too broad to stand for known addresses: broader than /8, for IPv6 than /32, and not private.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html">Amazon S3,
     *     The meaning of "public"</a>
     */
    public boolean isBroad() {
        return prefixLength() < (isIpv6() ? BROAD_V6 : BROAD_V4) && !isPrivate();
    }

    /** The range of addresses. */
    public IPAddress block() {
        return block;
    }

    /** The ranges of addresses that are not of the internet, IPv4 and IPv6. */
    public static List<IPAddress> notPublic() {
        return NOT_PUBLIC;
    }

    @Override
    public String toString() {
        return block.toCanonicalString();
    }
}
