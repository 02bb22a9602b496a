package org.rulebatch.language.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rulebatch.language.Fixtures.word;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rulebatch.language.Fixtures;
import org.rulebatch.language.function.Answer;

/** Ensures that security groups and network ACLs answer as the tables in {@code language/network} say. */
final class NetworkTest {

    static Stream<Map<String, Object>> securityGroups() {
        return Fixtures.cases("network/security-groups.yaml").stream();
    }

    static Stream<Map<String, Object>> acls() {
        return Fixtures.cases("network/acls.yaml").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("securityGroups")
    void securityGroup(Map<String, Object> each) {
        List<?> args = (List<?>) each.getOrDefault("args", List.of());

        Answer answer = ask(String.valueOf(each.get("ask")), (List<?>) Fixtures.get(each, "rules"), args);

        assertThat(word(answer)).as("%s: %s", each.get("case"), answer).isEqualTo(each.get("answer"));
    }

    @SuppressWarnings("unchecked")
    private static Answer ask(String question, List<?> rules, List<?> args) {
        Map<?, ?> rule = rules.isEmpty() ? Map.of() : (Map<?, ?>) rules.get(0);
        return switch (question) {
            case "opensToInternet" ->
                args.size() == 1
                        ? Permissions.opensToInternet(rules, (Long) args.get(0))
                        : Permissions.opensToInternet(rules, (Long) args.get(0), (String) args.get(1));
            case "opensAnyToInternet" -> Permissions.opensAnyToInternet(rules, (List<Long>) args.get(0));
            case "opensAllToInternet" -> Permissions.opensAllToInternet(rules);
            case "opensRangeToInternet" ->
                Permissions.opensRangeToInternet(rules, (Long) args.get(0), (Long) args.get(1));
            case "opensToInternetExcept" -> Permissions.opensToInternetExcept(rules, (List<Long>) args.get(0));
            case "opensToPublic" -> Permissions.opensToPublic(rules, (Long) args.get(0));
            case "opens" -> Answer.of(Permission.opens(rule, (Long) args.get(0)));
            case "opensAny" -> Answer.of(Permission.opensAny(rule, (List<Long>) args.get(0)));
            case "opensAll" -> Answer.of(Permission.opensAll(rule));
            case "opensRange" -> Answer.of(Permission.opensRange(rule, (Long) args.get(0), (Long) args.get(1)));
            case "fromInternet" -> Permission.fromInternet(rule);
            case "fromPublic" -> Permission.fromPublic(rule);
            default -> throw new IllegalArgumentException(question);
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("acls")
    void networkAcl(Map<String, Object> each) {
        List<Map<String, Object>> entries = ((List<?>) Fixtures.get(each, "entries"))
                .stream().map(NetworkTest::entry).toList();
        List<?> args = (List<?>) each.getOrDefault("args", List.of(22L, "-1"));

        Answer answer = each.containsKey("ask")
                ? NetworkAcl.opensAllToInternet(entries)
                : NetworkAcl.opensToInternet(entries, (Long) args.get(0), (String) args.get(1));

        assertThat(word(answer)).as("%s: %s", each.get("case"), answer).isEqualTo(each.get("answer"));
    }

    /** Null members are left out of the list when it is read. */
    private static Map<String, Object> entry(Object row) {
        List<?> cells = (List<?>) row;
        Object action = cells.get(1);
        Object block = cells.get(cells.size() - 1);
        Map<String, Object> entry = new HashMap<>();
        entry.put("RuleNumber", cells.get(0));
        entry.put("RuleAction", action.equals("egress") ? "allow" : action);
        entry.put("Egress", action.equals("egress"));
        entry.put("Protocol", cells.get(2));
        entry.put(block.toString().contains(":") ? "Ipv6CidrBlock" : "CidrBlock", block);
        if (cells.size() == 6) {
            entry.put("PortRange", Map.of("From", cells.get(3), "To", cells.get(4)));
        }
        return entry;
    }

    @Test
    void anUnknownSaysWhichPrefixListIsMissing() {
        Map<String, Object> rule = Map.of("IpProtocol", "-1", "PrefixListIds", List.of(Map.of("PrefixListId", "pl-9")));

        assertThat(Permission.fromInternet(rule))
                .isEqualTo(Answer.unknown("which addresses prefix list pl-9 has does not stand in the answer"));
    }

    @Test
    void absentRulesOpenNothing() {
        assertThat(Permissions.opensToInternet(null, 22)).isEqualTo(Answer.NO);
        assertThat(NetworkAcl.opensToInternet(null, 22)).isEqualTo(Answer.NO);
    }
}
