package org.rulebatch.engine.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rulebatch.engine.CheckError;
import org.rulebatch.engine.ServiceRun;
import org.rulebatch.ruleyaml.Check;
import org.rulebatch.ruleyaml.Discovery;
import org.rulebatch.ruleyaml.RuleDocument;

/** Takes the rules that cannot run out of a rule file, with the discoveries that only they need. */
final class Demotion {

    private Demotion() {}

    /** The rules that cannot run through the file's own fault, with the reason. */
    static Map<String, String> reasons(ServiceRun run) {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (CheckError error : run.errors()) {
            if (TestCount.isOwnFault(error.type())) {
                String reason =
                        "the check was tested and cannot run: " + error.type().wireName() + ": " + error.message();
                reasons.putIfAbsent(error.ruleId(), reason);
            }
        }
        return reasons;
    }

    static RuleDocument without(RuleDocument document, Set<String> rules) {
        List<Check> checks = document.checks().stream()
                .filter(check -> !rules.contains(check.ruleId()))
                .toList();
        Set<String> needed = needed(document, checks);
        List<Discovery> discoveries = document.discoveries().stream()
                .filter(discovery -> needed.contains(discovery.id()))
                .toList();
        return new RuleDocument(document.service(), discoveries, checks);
    }

    private static Set<String> needed(RuleDocument document, List<Check> checks) {
        Map<String, Discovery> byId = new HashMap<>();
        document.discoveries().forEach(discovery -> byId.put(discovery.id(), discovery));
        Set<String> needed = new HashSet<>();
        List<String> open = new ArrayList<>(checks.stream().map(Check::forEach).toList());
        while (!open.isEmpty()) {
            String id = open.remove(open.size() - 1);
            Discovery discovery = byId.get(id);
            if (discovery != null && needed.add(id) && discovery.forEach() != null) {
                open.add(discovery.forEach());
            }
        }
        return needed;
    }
}
