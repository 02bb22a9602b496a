package org.rulebatch.generate.llm.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads of other services by what a rule speaks of: an alarm, a role's policy or a schedule is kept by a service of its own. */
final class Elsewhere {

    private static final String RESOURCE = "/generate/elsewhere.txt";

    private final Map<String, List<String>> reads;

    private Elsewhere(Map<String, List<String>> reads) {
        this.reads = reads;
    }

    /** The file of the program: {@code words: read, read}; a line without reads or that begins with # says nothing. */
    static Elsewhere bundled() {
        Map<String, List<String>> reads = new LinkedHashMap<>();
        for (String line : PromptBuilder.text(RESOURCE).split("\n")) {
            int colon = line.indexOf(':');
            if (colon > 0 && !line.startsWith("#")) {
                reads.put(
                        line.substring(0, colon),
                        List.of(line.substring(colon + 1).strip().split(", ")));
            }
        }
        return new Elsewhere(reads);
    }

    /** The reads of all lines whose words the rule has. */
    List<String> of(RuleWords words) {
        List<String> found = new ArrayList<>();
        reads.forEach((text, names) -> {
            if (words.hasAll(text)) {
                found.addAll(names);
            }
        });
        return found;
    }

    /** All reads that are named. */
    List<String> all() {
        return reads.values().stream().flatMap(List::stream).distinct().toList();
    }
}
