package org.rulebatch.ruleyaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Conditions.Logic;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Subject;

/** Plans one service's rule file: one discovery a distinct read, shared by the checks that need it. */
public final class Planner {

    private final String service;
    private final Map<PlannedCall, List<DiscoveryNode>> nodes = new HashMap<>();
    private final List<DiscoveryNode> all = new ArrayList<>();
    private final Map<String, Integer> actions = new LinkedHashMap<>();
    private final List<Check> checks = new ArrayList<>();

    public Planner(String service) {
        this.service = service;
    }

    /** Adds a rule's check and the discoveries that it needs. */
    public void add(RuleMetadata rule, CheckPlan plan) {
        Check check = plan instanceof ConditionsPlan conditions
                ? check(rule, conditions)
                : check(rule, (ExpressionsPlan) plan);
        checks.add(check);
    }

    private Check check(RuleMetadata rule, ConditionsPlan plan) {
        DiscoveryNode last = node(plan.last(), Map.of());
        List<Clause> clauses = new ArrayList<>();
        for (int i = 0; i < plan.calls().size(); i++) {
            PlannedCall call = plan.calls().get(i);
            Condition condition = plan.conditions().conditions().get(i);
            String key = condition.expectation().key();
            clauses.add(Clauses.of(condition, path -> variable(last, call, path, key)));
        }
        Clause clause = plan.conditions().logic() == Logic.ANY ? Clause.any(clauses) : Clause.all(clauses);
        return new Check(rule.ruleId(), rule.title(), rule.severity(), last.id(), new Demand.Conditions(clause));
    }

    private Check check(RuleMetadata rule, ExpressionsPlan plan) {
        Expressions asked = plan.expressions();
        ItemPlan item = plan.item();
        String forEach = item == null ? ((Subject.Place) asked.subject()).wireName() : discovery(item);
        Map<String, String> with = new LinkedHashMap<>();
        plan.with().forEach((name, items) -> with.put(name, discovery(items)));
        Demand demand =
                new Demand.Expressions(asked.where(), with, asked.parameters(), asked.complies(), asked.covers());
        return new Check(rule.ruleId(), rule.title(), rule.severity(), forEach, demand);
    }

    private String discovery(ItemPlan items) {
        DiscoveryNode node = node(items.last(), items.members());
        node.emitAll(items.members());
        return node.id();
    }

    /** The file, with the checks in the order in which they were added. */
    public RuleDocument document() {
        List<Discovery> discoveries = all.stream().map(DiscoveryNode::discovery).toList();
        return new RuleDocument(service, discoveries, checks);
    }

    /** The discovery of a read in which the wanted keys can be emitted; the same read may stand in several. */
    private DiscoveryNode node(PlannedCall call, Map<String, ItemPlan.Member> wanted) {
        List<DiscoveryNode> known = nodes.computeIfAbsent(call, each -> new ArrayList<>());
        for (DiscoveryNode node : known) {
            if (node.canEmit(wanted)) {
                return node;
            }
        }
        PlannedCall parent = call.parent();
        DiscoveryNode parentNode = parent == null ? null : node(parent, Map.of());
        String method = call.operation().method();
        String id = "aws." + call.operation().client() + "." + method;
        int count = actions.merge(method, 1, Integer::sum);
        String suffix = count == 1 ? "" : "_" + count;
        DiscoveryNode node = new DiscoveryNode(call, id + suffix, method + suffix + "_response", parentNode, wanted);
        known.add(node);
        all.add(node);
        return node;
    }

    /** The variable of a path: what stands before its first list is emitted, the rest is looked up in the value. */
    private static String variable(DiscoveryNode last, PlannedCall call, String path, @Nullable String key) {
        String entry = key == null ? path : path.replaceFirst("\\{}", "." + key);
        int list = entry.indexOf("[]", call.items().length());
        int map = entry.indexOf("{}", call.items().length());
        int end = list < 0 ? map : map < 0 ? list : Math.min(list, map);
        String head = end < 0 ? entry : entry.substring(0, end);
        return "item." + last.carry(call, head) + (end < 0 ? "" : entry.substring(end));
    }
}
