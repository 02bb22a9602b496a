package org.rulebatch.knowledge;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The resources that come with the program, a client's file read once in a process. Thread-safe. */
final class BundledResources {

    private static final Map<String, List<Resource>> BY_CLIENT = new ConcurrentHashMap<>();

    private BundledResources() {}

    /** The resources of a client's file; none where the client has no file. */
    static List<Resource> of(String client) {
        return BY_CLIENT.computeIfAbsent(client, name -> {
            String file = name + ".yaml";
            return KnowledgeFiles.has(file) ? ResourceParser.parse(KnowledgeFiles.bundled(file)) : List.of();
        });
    }
}
