package org.rulebatch.language;

import static org.rulebatch.language.LanguageFunction.method;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.rulebatch.language.function.Answer;
import org.rulebatch.language.network.NetworkAcl;
import org.rulebatch.language.network.Permission;
import org.rulebatch.language.network.Permissions;
import org.rulebatch.language.value.Type;

/** What can be asked of rules of security groups and of entries of network ACLs. */
final class NetworkFunctions {

    private static final Type RULE = Type.any();
    private static final Type RULES = Type.list(Type.any());
    private static final Type PORT = Type.integer();
    private static final Type PORTS = Type.list(Type.integer());

    private NetworkFunctions() {}

    static List<LanguageFunction> all() {
        return List.of(
                one("opens", in -> Permission.opens(rule(in), port(in, 1)), PORT),
                one(
                        "opens",
                        in -> Permission.opens(rule(in), port(in, 1), in.get(2).toString()),
                        PORT,
                        Type.text()),
                one("opensAny", in -> Permission.opensAny(rule(in), ports(in)), PORTS),
                one("opensRange", in -> Permission.opensRange(rule(in), port(in, 1), port(in, 2)), PORT, PORT),
                one("opensAll", in -> Permission.opensAll(rule(in))),
                one("fromInternet", in -> Answers.of(Permission.fromInternet(rule(in)))),
                one("fromPublic", in -> Answers.of(Permission.fromPublic(rule(in)))),
                all("opensToInternet", in -> Permissions.opensToInternet(rules(in), port(in, 1)), PORT),
                all(
                        "opensToInternet",
                        in -> Permissions.opensToInternet(
                                rules(in), port(in, 1), in.get(2).toString()),
                        PORT,
                        Type.text()),
                all("opensAnyToInternet", in -> Permissions.opensAnyToInternet(rules(in), ports(in)), PORTS),
                all(
                        "opensRangeToInternet",
                        in -> Permissions.opensRangeToInternet(rules(in), port(in, 1), port(in, 2)),
                        PORT,
                        PORT),
                all("opensAllToInternet", in -> Permissions.opensAllToInternet(rules(in))),
                all("opensToInternetExcept", in -> Permissions.opensToInternetExcept(rules(in), ports(in)), PORTS),
                all("opensToPublic", in -> Permissions.opensToPublic(rules(in), port(in, 1)), PORT),
                all("aclOpensToInternet", in -> NetworkAcl.opensToInternet(rules(in), port(in, 1)), PORT),
                all(
                        "aclOpensToInternet",
                        in -> NetworkAcl.opensToInternet(
                                rules(in), port(in, 1), in.get(2).toString()),
                        PORT,
                        Type.text()),
                all("aclOpensAllToInternet", in -> NetworkAcl.opensAllToInternet(rules(in))));
    }

    private interface Question {
        Answer of(List<Object> in);
    }

    private static LanguageFunction one(String name, LanguageFunction.Body body, Type... further) {
        return method(name, Type.truth(), body, first(RULE, further));
    }

    private static LanguageFunction all(String name, Question question, Type... further) {
        return method(name, Type.truth(), in -> Answers.of(question.of(in)), first(RULES, further));
    }

    private static Type[] first(Type type, Type... further) {
        Type[] types = new Type[further.length + 1];
        types[0] = type;
        System.arraycopy(further, 0, types, 1, further.length);
        return types;
    }

    private static Map<?, ?> rule(List<Object> in) {
        if (in.get(0) instanceof Map<?, ?> rule) {
            return rule;
        }
        throw new IllegalArgumentException(
                "this is asked of a rule, an element of IpPermissions or SecurityGroupRules");
    }

    private static Collection<?> rules(List<Object> in) {
        return (List<?>) in.get(0);
    }

    private static long port(List<Object> in, int at) {
        return (Long) in.get(at);
    }

    private static List<Long> ports(List<Object> in) {
        return ((List<?>) in.get(1))
                .stream().map(port -> ((Number) port).longValue()).toList();
    }
}
