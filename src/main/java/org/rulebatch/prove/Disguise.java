package org.rulebatch.prove;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts made names and numbers in place of an account's own: the same made one for the same own one, everywhere. Words, tags and
 * descriptions stay.
 */
final class Disguise {

    /** A kind of thing that an account is recognised by, and how the n-th of them is made; n counts from 1. */
    private record Kind(String name, Pattern form, BiFunction<MatchResult, Integer, String> made) {}

    private static final String NAMES = "name of a resource";
    private static final List<String> OTHER_ACCOUNTS = List.of("444455556666", "777788889999", "123456789012");
    private static final Set<String> NO_NAMES = Set.of("root", "default");
    private static final int SHORTEST_NAME = 3;
    private static final Pattern ARN = Pattern.compile("arn:aws[a-z-]*:[^:]*:[^:]*:(\\d{12})?:(.+)");

    private static final List<Kind> KINDS = List.of(
            kind(
                    "e-mail address",
                    "[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+",
                    (own, n) -> "person-" + n + "@prod.internal"),
            kind("account number", "\\d{12}", (own, n) -> account(n)),
            kind("canonical user id", "[0-9a-f]{64}", (own, n) -> String.format("%064x", n)),
            kind(
                    "UUID",
                    "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
                    (own, n) -> String.format("12345678-1234-1234-1234-%012x", n)),
            kind("key id", "mrk-[0-9a-f]{32}", (own, n) -> String.format("mrk-%032x", n)),
            kind("resource id", "([a-z][a-z0-9]{0,11})-([0-9a-f]{17}|[0-9a-f]{8})(?!-)", Disguise::id),
            kind(
                    "unique id",
                    "((?:AK|AS|AI|AR|AG|AN|AP)[A-Z]A|ANPA|ASCA)([A-Z0-9]{12,17})",
                    (own, n) -> own.group(1) + padded("EXAMPLE", n, own.group(2).length())),
            kind(
                    "organization id",
                    "(o|ou)-[a-z0-9]{4,32}(?:-[a-z0-9]{8,32})?(?<=[a-z0-9-]{10})",
                    (own, n) -> own.group(1).equals("o")
                            ? "o-" + padded("example", n, 10)
                            : "ou-exam-" + padded("ple", n, 8)),
            kind(
                    "IPv6 address",
                    "(?:2[0-9a-f]{3}|f[cd][0-9a-f]{2}|fe80)(?::[0-9a-f]{0,4}){2,7}",
                    (own, n) -> String.format("2001:db8:%x::", n)),
            kind("IP address", "(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?=\\.\\d{1,3})", Disguise::network));

    private final String kept;
    private final Optional<String> account;
    private final String region;
    private final boolean names;
    private final Map<String, Map<String, String>> known = new LinkedHashMap<>();

    /**
     * @param kept what is not replaced: text of the check
     * @param account the own one
     * @param region the one that is looked at, which becomes that of all examples
     * @param names whether names of resources are replaced too
     */
    Disguise(String kept, Optional<String> account, String region, boolean names) {
        this.kept = kept;
        this.account = account;
        this.region = region;
        this.names = names;
    }

    private static Kind kind(String name, String form, BiFunction<MatchResult, Integer, String> made) {
        return new Kind(name, Pattern.compile("(?<![A-Za-z0-9])" + form + "(?![A-Za-z0-9])"), made);
    }

    /** Finds the names of resources in ARNs of the account, which stand elsewhere alone. */
    void learn(Object value) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(this::learn);
        } else if (value instanceof List<?> list) {
            list.forEach(this::learn);
        } else if (value instanceof String text) {
            Matcher arn = ARN.matcher(text);
            if (names && arn.matches()) {
                name(arn.group(2)
                        .substring(Math.max(
                                        arn.group(2).lastIndexOf('/'),
                                        arn.group(2).lastIndexOf(':'))
                                + 1));
            }
        }
    }

    /** Takes a resource's name; an id is made anyway. */
    void name(String name) {
        boolean isId = KINDS.stream().anyMatch(kind -> kind.form().matcher(name).find());
        if (names && !isId && name.length() >= SHORTEST_NAME && !NO_NAMES.contains(name) && name.indexOf('*') < 0) {
            made(NAMES, name, n -> "prod-" + n);
        }
    }

    /** The same answer with what is made. */
    Map<String, Object> of(Map<String, Object> answer) {
        Map<String, Object> made = new LinkedHashMap<>();
        answer.forEach((key, value) -> made.put(key, value(value)));
        return made;
    }

    /** How many of each kind were replaced. */
    Map<String, Integer> made() {
        Map<String, Integer> made = new LinkedHashMap<>();
        known.forEach((kind, each) -> {
            int count = (int) each.entrySet().stream()
                    .filter(one -> !one.getKey().equals(one.getValue()))
                    .count();
            if (count > 0) {
                made.put(kind, count);
            }
        });
        return made;
    }

    private Object value(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> made = new LinkedHashMap<>();
            map.forEach((key, each) -> made.put(text(key.toString()), value(each)));
            return made;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(this::value).toList();
        }
        return value instanceof String text ? text(text) : value;
    }

    private String text(String text) {
        String made = text;
        if (region.indexOf('-') > 0) {
            made = made.replace(region, Moment.REGION);
        }
        for (Map.Entry<String, String> name : longestFirst(known.getOrDefault(NAMES, Map.of()))) {
            made = made.replaceAll(
                    "(?<![A-Za-z0-9_-])" + Pattern.quote(name.getKey()) + "(?![A-Za-z0-9_-])",
                    Matcher.quoteReplacement(name.getValue()));
        }
        for (Kind kind : KINDS) {
            made = kind.form()
                    .matcher(made)
                    .replaceAll(own -> Matcher.quoteReplacement(made(
                            kind.name(),
                            own.group(),
                            n -> isOwn(own.group())
                                    ? Moment.ACCOUNT
                                    : kind.made().apply(own, n))));
        }
        return made;
    }

    private boolean isOwn(String text) {
        return account.filter(text::equals).isPresent();
    }

    private static List<Map.Entry<String, String>> longestFirst(Map<String, String> names) {
        List<Map.Entry<String, String>> sorted = new ArrayList<>(names.entrySet());
        sorted.sort(Comparator.comparing(each -> -each.getKey().length()));
        return sorted;
    }

    private String made(String kind, String own, IntFunction<String> maker) {
        Map<String, String> all = known.computeIfAbsent(kind, each -> new LinkedHashMap<>());
        String made = all.get(own);
        if (made == null) {
            made = kept.contains(own) || all.containsValue(own) ? own : maker.apply(all.size() + 1);
            all.put(own, made);
        }
        return made;
    }

    private static String account(int n) {
        return n <= OTHER_ACCOUNTS.size() ? OTHER_ACCOUNTS.get(n - 1) : String.format("9999%08d", n);
    }

    private static String id(MatchResult own, int n) {
        int length = own.group(2).length();
        return own.group(1) + "-" + padded("0a1b2c3d4e5f60000", n, length);
    }

    /** The beginning of a text with a number in hex at its end. */
    private static String padded(String text, int n, int length) {
        String number = Integer.toString(n);
        return (text + "0".repeat(length)).substring(0, length - number.length()) + number;
    }

    /**
     * Another network of the same kind for the first three numbers of an address: private stays private, and the last number stays,
     * so that networks keep their sizes.
     */
    private static String network(MatchResult own, int n) {
        int first = Integer.parseInt(own.group(1));
        int second = Integer.parseInt(own.group(2));
        boolean isWide = Integer.parseInt(own.group(3)) == 0 && second == 0;
        if (first == 0 || first == 127 || first == 169 && second == 254 || first >= 224 || isWide) {
            return own.group();
        }
        if (first == 10) {
            return "10." + n % 250 + "." + own.group(3);
        }
        if (first == 172 && second >= 16 && second < 32) {
            return "172." + (16 + n % 16) + "." + own.group(3);
        }
        if (first == 192 && second == 168) {
            return "192.168." + (own.group(3).equals("0") ? 0 : n % 250);
        }
        return "203.0." + (112 + n % 140);
    }
}
