package org.rulebatch.engine;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rulebatch.knowledge.Fact;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.Resource;
import org.rulebatch.requirement.Call;
import tools.jackson.databind.JsonNode;

/**
 * Tells the errors that mean 'not configured', which is an answer, from those that mean that nothing is known: those of
 * {@code engine/not-configured.yaml} and those that the knowledge base states with its facts. Thread-safe.
 */
public final class NotConfigured {

    private final Knowledge knowledge;
    private final Set<String> stated = new HashSet<>();
    private final Map<String, Set<String>> known = new ConcurrentHashMap<>();

    public NotConfigured(Knowledge knowledge) {
        this.knowledge = knowledge;
        for (JsonNode entry : EngineFiles.entries("not-configured.yaml")) {
            String client = entry.path("client").asString();
            String operation = entry.path("operation").asString();
            EngineFiles.texts(entry, "codes").forEach(code -> stated.add(key(client, operation, code)));
        }
    }

    /** Whether that error of that boto3 method means that there is no such setting. */
    public boolean means(String client, String method, String code) {
        String key = key(client, method, code);
        return stated.contains(key)
                || known.computeIfAbsent(client, this::ofFacts).contains(key);
    }

    private Set<String> ofFacts(String client) {
        Set<String> keys = new HashSet<>();
        for (Resource resource : knowledge.resources(client)) {
            for (Fact fact : resource.facts()) {
                for (Call call : fact.calls()) {
                    fact.errors().forEach(code -> keys.add(key(call.client(), call.operation(), code)));
                }
            }
        }
        return keys;
    }

    private static String key(String client, String method, String code) {
        return client + "." + method + " " + code;
    }
}
