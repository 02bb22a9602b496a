package org.rulebatch.engine.aws;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Facts;
import org.rulebatch.catalog.Operation;
import org.rulebatch.engine.EngineFiles;
import org.rulebatch.ruleyaml.Discovery;
import org.rulebatch.ruleyaml.RuleDocument;

/**
 * Makes the least-privilege IAM policy for a set of rules: the actions of the reads they make, and no other. An action is
 * mostly {@code <signing name>:<Operation>}; {@code engine/iam-actions.yaml} has the exceptions, from the Service
 * Authorization Reference.
 */
public final class IamPolicy {

    private final Catalog catalog;
    private final Map<String, String> prefixes = new HashMap<>();
    private final Map<String, List<String>> actions = new HashMap<>();

    public IamPolicy(Catalog catalog) {
        this.catalog = catalog;
        EngineFiles.entries("iam-actions.yaml").forEach(entry -> {
            String client = entry.path("client").asString();
            if (entry.has("prefix")) {
                prefixes.put(client, entry.path("prefix").asString());
            }
            entry.path("actions")
                    .properties()
                    .forEach(action -> actions.put(
                            client + "." + action.getKey(),
                            action.getValue()
                                    .valueStream()
                                    .map(each -> each.asString())
                                    .toList()));
        });
    }

    /** The policy document, as a JSON object. */
    public Map<String, Object> of(List<RuleDocument> documents) {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("Sid", "RuleBatchReads");
        statement.put("Effect", "Allow");
        statement.put("Action", List.copyOf(actions(documents)));
        statement.put("Resource", "*");
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.put("Version", "2012-10-17");
        policy.put("Statement", List.of(statement));
        return policy;
    }

    /** The actions, sorted. */
    public SortedSet<String> actions(List<RuleDocument> documents) {
        SortedSet<String> needed = new TreeSet<>();
        for (RuleDocument document : documents) {
            for (Discovery discovery : document.discoveries()) {
                catalog.service(discovery.client())
                        .flatMap(service -> service.operation(discovery.action()))
                        .filter(Operation::isRead)
                        .ifPresent(read -> needed.addAll(actions(read)));
            }
        }
        return needed;
    }

    private List<String> actions(Operation read) {
        List<String> stated =
                actions.getOrDefault(read.client() + "." + read.name(), actions.get(read.client() + ".*"));
        return stated == null ? List.of(prefix(read.client()) + ":" + read.name()) : stated;
    }

    private String prefix(String client) {
        String stated = prefixes.get(client);
        if (stated != null) {
            return stated;
        }
        Facts metadata = catalog.service(client).orElseThrow().model().metadata();
        return metadata.find("signingName").orElse(metadata.text("endpointPrefix"));
    }
}
