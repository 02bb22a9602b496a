package org.rulebatch.metadata;

import java.nio.file.Path;

/** Rules for tests. */
public final class Rules {

    private static final Path STARTER = Path.of("jobs/services");

    private Rules() {}

    /** A rule that says nothing but its id. */
    public static RuleMetadata of(String id) {
        return of(id, "", "");
    }

    public static RuleMetadata of(String id, String title, String requirement) {
        String[] parts = id.split("\\.");
        return new RuleMetadata(id, parts[1], parts[2], requirement, title, "", "", "", "medium");
    }

    /** One of the rules that come with the program. */
    public static RuleMetadata starter(String id) {
        Path file = STARTER.resolve(id.split("\\.")[1]).resolve("metadata").resolve(id + ".yaml");
        return RuleFolder.readFile(file).rules().get(0);
    }

    /** The folder of the rules that come with the program. */
    public static RuleFolder starter() {
        return new RuleFolder(STARTER);
    }
}
