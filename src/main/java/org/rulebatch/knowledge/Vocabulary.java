package org.rulebatch.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * How rules are worded, from {@code fillers.yaml}.
 *
 * @param fillers words that say nothing about what a rule asks for
 * @param positive words that say that a thing is wanted
 * @param negative words that say that it is not, and nothing else
 * @param against words that say so and how
 * @param judging words that ask for more than that a thing is there
 * @param numbers numbers by the words for them
 * @param ports ports by the name of what listens there
 */
public record Vocabulary(
        Set<String> fillers,
        Set<String> positive,
        Set<String> negative,
        Set<String> against,
        Set<String> judging,
        Map<String, Integer> numbers,
        Map<String, List<Integer>> ports) {

    /** The words that come with the program. */
    public static Vocabulary bundled() {
        JsonNode root = KnowledgeFiles.bundled("fillers.yaml").root();
        Map<String, List<Integer>> ports = new TreeMap<>();
        root.path("ports").forEachEntry((name, numbers) -> {
            List<Integer> each = new ArrayList<>();
            numbers.forEach(number -> each.add(number.asInt()));
            ports.put(name, List.copyOf(each));
        });
        Map<String, Integer> numbers = new TreeMap<>();
        root.path("numbers").forEachEntry((word, number) -> numbers.put(word, number.asInt()));
        return new Vocabulary(
                words(root, "words"),
                words(root, "positive"),
                words(root, "negative"),
                words(root, "against"),
                words(root, "judging"),
                numbers,
                ports);
    }

    private static Set<String> words(JsonNode root, String key) {
        return Set.of(root.path(key).asString().strip().split("\\s+"));
    }
}
