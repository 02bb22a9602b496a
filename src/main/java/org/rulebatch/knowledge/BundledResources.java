package org.rulebatch.knowledge;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The resources that come with the program, a client's files read once in a process. Thread-safe. */
final class BundledResources {

    private static final Map<String, List<Resource>> BY_CLIENT = new ConcurrentHashMap<>();

    private BundledResources() {}

    /** The resources of a client; none where no file is about one. */
    static List<Resource> of(String client) {
        return BY_CLIENT.computeIfAbsent(client, name -> KnowledgeFiles.of(name).stream()
                .map(BundledResources::resource)
                .toList());
    }

    private static Resource resource(String file) {
        ResourceFile read = ResourceParser.parse(KnowledgeFiles.bundled(file));
        if (!read.flaws().isEmpty()) {
            throw new IllegalStateException("/knowledge/" + file + " " + read.flaws());
        }
        return read.resource();
    }
}
