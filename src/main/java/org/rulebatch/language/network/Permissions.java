package org.rulebatch.language.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.rulebatch.language.function.Answer;

/**
 * Questions about all rules of a security group together, the elements being those of {@link Permission}: the internet may be
 * let in by several rules that each have a part of it. Rules for outgoing traffic ({@code IsEgress}) are left out. What "the
 * internet" is stands at {@link Permission#fromInternet}.
 */
public final class Permissions {

    private final List<Opening> openings;

    private Permissions(@Nullable Object rules) {
        openings = Opening.members(rules).stream()
                .filter(each -> !Boolean.TRUE.equals(each.get("IsEgress")))
                .map(Opening::of)
                .toList();
    }

    /** Whether the port is open to the internet, over TCP or UDP. */
    public static Answer opensToInternet(@Nullable Collection<?> rules, long port) {
        return opensToInternet(rules, port, Protocols.ALL);
    }

    /** Whether the port is open to the internet over the protocol: {@code tcp}, {@code udp} or its number. */
    public static Answer opensToInternet(@Nullable Collection<?> rules, long port, String protocol) {
        Permissions all = new Permissions(rules);
        return any(Protocols.asked(protocol), each -> all.internet(each, port));
    }

    /** Whether one of the ports is open to the internet, over TCP or UDP. */
    public static Answer opensAnyToInternet(@Nullable Collection<?> rules, Collection<? extends Number> ports) {
        Permissions all = new Permissions(rules);
        return any(Protocols.WITH_PORTS, each -> any(ports, port -> all.internet(each, port.longValue())));
    }

    /** Whether every port from one to the other, both included, is open to the internet, over TCP or over UDP. */
    public static Answer opensRangeToInternet(@Nullable Collection<?> rules, long from, long to) {
        Permissions all = new Permissions(rules);
        return any(Protocols.WITH_PORTS, each -> any(
                        all.starts(each, from, to, List.of()),
                        port -> all.internet(each, port).not())
                .not());
    }

    /** Whether all ports are open to the internet, over TCP or over UDP. */
    public static Answer opensAllToInternet(@Nullable Collection<?> rules) {
        return opensRangeToInternet(rules, 1, Ports.LAST);
    }

    /** Whether any port but the given ones is open to the internet, over TCP or UDP. */
    public static Answer opensToInternetExcept(@Nullable Collection<?> rules, Collection<? extends Number> ports) {
        Permissions all = new Permissions(rules);
        List<Long> except = ports.stream().map(Number::longValue).toList();
        LongPredicate other = port -> !except.contains(port);
        return any(
                Protocols.WITH_PORTS,
                each -> any(
                        all.starts(each, 0, Ports.LAST, except).stream()
                                .filter(other::test)
                                .toList(),
                        port -> all.internet(each, port)));
    }

    /** Whether the port is open to any public address at all, over TCP or UDP. */
    public static Answer opensToPublic(@Nullable Collection<?> rules, long port) {
        Permissions all = new Permissions(rules);
        return any(Protocols.WITH_PORTS, each -> any(all.opening(each, port), Opening::fromPublic));
    }

    private List<Opening> opening(String protocol, long port) {
        return openings.stream().filter(each -> each.opens(protocol, port)).toList();
    }

    private Answer internet(String protocol, long port) {
        List<Opening> open = opening(protocol, port);
        Answer alone = any(open, Opening::internet);
        if (alone.isYes() || open.size() < 2) {
            return alone;
        }
        AddressSet ipv4 = AddressSet.union(open.stream().map(Opening::ipv4).toList());
        AddressSet ipv6 = AddressSet.union(open.stream().map(Opening::ipv6).toList());
        return Answer.of(ipv4.isInternet() || ipv6.isInternet()).or(alone);
    }

    /** The ports at which the rules that are open change, so that what holds for one holds up to the next. */
    private SortedSet<Long> starts(String protocol, long from, long to, List<Long> others) {
        SortedSet<Long> starts = new TreeSet<>(List.of(from));
        List<Long> borders = new ArrayList<>(others);
        others.forEach(port -> borders.add(port + 1));
        openings.stream()
                .filter(each ->
                        Protocols.ALL.equals(each.protocol()) || each.protocol().equals(protocol))
                .flatMapToLong(each ->
                        LongStream.of(each.portsOf().from(), each.portsOf().to() + 1))
                .forEach(borders::add);
        borders.stream().filter(port -> port >= from && port <= to).forEach(starts::add);
        return starts;
    }

    private static <T> Answer any(Collection<T> values, Function<? super T, Answer> question) {
        Answer answer = Answer.NO;
        for (T value : values) {
            answer = answer.or(question.apply(value));
            if (answer.isYes()) {
                return answer;
            }
        }
        return answer;
    }
}
