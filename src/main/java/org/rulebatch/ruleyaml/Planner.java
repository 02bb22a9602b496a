package org.rulebatch.ruleyaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Requirement.Logic;

/** Plans one service's rule file: one discovery a distinct read, shared by the checks that need it. */
public final class Planner {

    private final String service;
    private final Map<PlannedCall, DiscoveryNode> nodes = new LinkedHashMap<>();
    private final Map<String, Integer> actions = new LinkedHashMap<>();
    private final List<Check> checks = new ArrayList<>();

    public Planner(String service) {
        this.service = service;
    }

    /** Adds a rule's check and the discoveries that it needs. */
    public void add(RuleMetadata rule, RequirementPlan plan) {
        DiscoveryNode last = node(plan.last());
        List<Clause> clauses = new ArrayList<>();
        for (int i = 0; i < plan.calls().size(); i++) {
            PlannedCall call = plan.calls().get(i);
            Condition condition = plan.requirement().conditions().get(i);
            String key = condition.expectation().key();
            clauses.add(Clauses.of(condition, path -> variable(last, call, path, key)));
        }
        Clause clause = plan.requirement().logic() == Logic.ANY ? Clause.any(clauses) : Clause.all(clauses);
        checks.add(new Check(rule.ruleId(), rule.title(), rule.severity(), last.id(), new Demand.Conditions(clause)));
    }

    /** The file, with the checks in the order in which they were added. */
    public RuleDocument document() {
        List<Discovery> discoveries =
                nodes.values().stream().map(DiscoveryNode::discovery).toList();
        return new RuleDocument(service, discoveries, checks);
    }

    private DiscoveryNode node(PlannedCall call) {
        DiscoveryNode known = nodes.get(call);
        if (known != null) {
            return known;
        }
        PlannedCall parent = call.parent();
        DiscoveryNode parentNode = parent == null ? null : node(parent);
        String method = call.operation().method();
        String id = "aws." + call.operation().client() + "." + method;
        int count = actions.merge(method, 1, Integer::sum);
        String suffix = count == 1 ? "" : "_" + count;
        DiscoveryNode node = new DiscoveryNode(call, id + suffix, method + suffix + "_response", parentNode);
        nodes.put(call, node);
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
