package org.rulebatch.language.network;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names and numbers of the protocols that have ports.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html">Amazon EC2 API Reference,
 *     IpPermission</a>
 */
final class Protocols {

    /** Every protocol. */
    static final String ALL = "-1";

    /** Those whose ports are asked about where no protocol is named. */
    static final List<String> WITH_PORTS = List.of("tcp", "udp");

    private static final Map<String, String> NAMES = Map.of("6", "tcp", "17", "udp", "all", ALL, "", ALL);

    private Protocols() {}

    /** {@code tcp}, {@code udp}, {@code -1} for all, or another name or number as it stands. */
    static String name(@Nullable Object value) {
        String text = value == null ? "" : value.toString().strip().toLowerCase(Locale.ROOT);
        return NAMES.getOrDefault(text, text);
    }

    /** The protocols that a question about {@code protocol} is about. */
    static List<String> asked(String protocol) {
        String name = name(protocol);
        return name.equals(ALL) ? WITH_PORTS : List.of(name);
    }
}
